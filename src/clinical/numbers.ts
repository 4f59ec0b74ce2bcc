/** Arithmetic that more than one decision needs. */

/** Nothing has no mean. */
export function mean(values: readonly number[]): number | undefined {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
}

/** The middle value, of an even number the mean of the two in the middle; nothing has no median. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : mean(sorted.slice(middle - 1, middle + 1));
}

/** Units, volumes and shares are kept to a hundredth: sums of such numbers would show what binary fractions leave over. */
export function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Is it a number of at most two decimals? A count of its digits fails on one that is written with an exponent, `1e-7`. */
export function isHundredths(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && toHundredth(value) === value;
}

/** The chance of more than `z` SD in a standard normal distribution, with an error below 7.5e-8. */
export function upperTail(z: number): number {
  const tail = density(z) * tailByDensity(Math.abs(z));
  return z >= 0 ? tail : 1 - tail;
}

/** Density over upper tail of a standard normal distribution at `z`, to four digits up to 3: the mean excess of what lies beyond. */
export function normalHazard(z: number): number {
  return z >= 0 ? 1 / tailByDensity(z) : density(z) / upperTail(z);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Upper tail over density from 0 on; Abramowitz and Stegun 26.2.17. */
function tailByDensity(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  return t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
}
