/** Random numbers that a seed repeats. */
export interface Random {
  /** 0 to below 1. */
  unit(): number;
  between(low: number, high: number): number;
  /** Whole numbers, both ends included. */
  whole(low: number, high: number): number;
  normal(mean?: number, sd?: number): number;
  exponential(mean: number): number;
  chance(probability: number): boolean;
  /** One of the values, by weight. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
}

/** Numbers from 0 to below 1 (mulberry32). */
export function unitStream(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stream of its own for each course of a cohort, so that one course can be made again alone. */
export function randomOf(seed: number, index: number): Random {
  const unit = unitStream(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca77));
  for (let i = 0; i < 3; i++) unit();
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    whole: (low, high) => low + Math.floor((high - low + 1) * unit()),
    normal(mean = 0, sd = 1) {
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return mean + sd * radius * Math.cos(2 * Math.PI * unit());
    },
    exponential: (mean) => -mean * Math.log(1 - unit()),
    chance: (probability) => unit() < probability,
    pick(weighted) {
      let left = unit() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
      return weighted[weighted.length - 1]![0];
    },
  };
}
