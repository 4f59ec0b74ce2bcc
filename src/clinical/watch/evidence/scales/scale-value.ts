import type { Measurement } from '../../../treated-session';

/** Between 1 and 2 on the line from 0 to 4; the other grades are numbers as they stand. */
const MAS_ONE_PLUS = 1.5;

/** A grade or score as a number; undefined when it is neither. */
export function scaleValue(value: number | string): number | undefined {
  const number = value === '1+' ? MAS_ONE_PLUS : Number(value);
  return Number.isFinite(number) && value !== '' ? number : undefined;
}

/** The value of a scale in one phase; of several muscles the mean. */
export function valueAt(
  measurements: readonly Measurement[],
  scale: string,
  phase: Measurement['phase'],
): number | undefined {
  let sum = 0;
  let count = 0;
  for (const measured of measurements) {
    const value =
      measured.scale === scale && measured.phase === phase ? scaleValue(measured.value) : undefined;
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count ? sum / count : undefined;
}
