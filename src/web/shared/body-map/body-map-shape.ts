export type Point = readonly [x: number, y: number];

export type Box = readonly [x: number, y: number, width: number, height: number];

/** Points of a shape, written `12,-4 30,8 …`. A point that is written twice is a corner. */
export function pointsOf(text: string): readonly Point[] {
  return text.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return [x, y] as const;
  });
}

/** The loops of a shape, parted by `|`. */
export function loopsOf(text: string): readonly (readonly Point[])[] {
  return text.split('|').map(pointsOf);
}

export function mirrored(points: readonly Point[]): readonly Point[] {
  return points.map(([x, y]) => [-x, y] as const);
}

export function mirrorBox([x, y, width, height]: Box): Box {
  return [-(x + width), y, width, height];
}

/** A line drawn with pairs of numbers, on the other side. */
export function mirrorPath(path: string): string {
  return path.replaceAll(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${-Number(x)} ${y}`);
}

/** The outline of a body from its one half, top to bottom: the other half is its mirror image. */
export function bothHalves(half: readonly Point[]): readonly Point[] {
  return [...half, ...mirrored(half.filter(([x]) => x !== 0)).toReversed()];
}

/** A closed path that runs softly through the points (Catmull-Rom, as cubic curves). */
export function softPath(points: readonly Point[]): string {
  const at = (index: number) => points[(index + points.length) % points.length]!;
  const curves = points.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    if (from[0] === to[0] && from[1] === to[1]) return '';
    const out = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const back = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    return `C${pair(out)} ${pair(back)} ${pair(to)}`;
  });
  return `M${pair(at(0))}${curves.join('')}Z`;
}

/** Where a number stands inside a shape. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce(([x, y], point) => [x + point[0], y + point[1]] as const, [0, 0] as const);
  return [round(sum[0] / points.length), round(sum[1] / points.length)];
}

/** The box around points. */
export function boxOf(points: readonly Point[]): Box {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...across), Math.min(...down)];
  return [x, y, Math.max(...across) - x, Math.max(...down) - y];
}

function pair([x, y]: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
