const EXACTLY_HALF = 1e-9;

/**
 * After how many days has the effect ended in half of the sessions?
 *
 * The Kaplan-Meier median: sessions whose effect still held when last asked count as "at least so long" for as long as
 * they were followed. A median of the ended ones alone would be too short, because the long ones are still running.
 * Where the curve runs level at one half, the middle of that stretch (so that with every end known it is the plain
 * median); the beginning of the stretch where no end follows it.
 *
 * @param ended lengths whose end was seen
 * @param ongoing lengths at which the effect still held; one that equals an end lasted longer than that end
 * @returns null when fewer than half have ended: the median is not reached.
 */
export function medianLength(ended: readonly number[], ongoing: readonly number[]): number | null {
  const ends = ended.toSorted(ascending);
  const censored = ongoing.toSorted(ascending);
  let atRisk = ends.length + censored.length;
  let lasting = 1;
  let leftBefore = 0;
  for (let index = 0; index < ends.length;) {
    const day = ends[index]!;
    while (leftBefore < censored.length && censored[leftBefore]! < day) {
      leftBefore += 1;
      atRisk -= 1;
    }
    const next = endOfTies(ends, index);
    lasting *= 1 - (next - index) / atRisk;
    atRisk -= next - index;
    if (lasting < 0.5 - EXACTLY_HALF) return day;
    if (lasting < 0.5 + EXACTLY_HALF) return next < ends.length ? (day + ends[next]!) / 2 : day;
    index = next;
  }
  return null;
}

function endOfTies(sorted: readonly number[], start: number): number {
  let end = start + 1;
  while (sorted[end] === sorted[start]) end += 1;
  return end;
}

function ascending(a: number, b: number): number {
  return a - b;
}
