import { normalHazard } from '../../numbers';

/** A value, or all that is known of it: that it is at least so much. It counts as `weight` values. */
export interface Known {
  readonly value: number;
  readonly atLeast: boolean;
  readonly weight: number;
}

export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** Far fewer are needed to three digits: each round brings the estimate nearer by the share that is known exactly. */
const ROUNDS = 200;
const NEAR_ENOUGH = 1e-5;
const LEAST_SD = 1e-3;

/**
 * Which normal distribution makes what is known likeliest? Maximum likelihood with right-censored values, by the EM
 * algorithm: what is only known to be at least so much counts as what it would have come to on average. Leaving such
 * values out would make the effect of a drug shorter the better it works.
 *
 * Undefined when no value is known exactly: then there is no best one.
 */
export function censoredNormal(known: readonly Known[]): Normal | undefined {
  const exact = known.filter(({ atLeast }) => !atLeast);
  if (!exact.length) return undefined;
  let now = moments(exact.map(({ value, weight }) => ({ first: value, second: value ** 2, weight })));
  for (let round = 0; round < ROUNDS; round++) {
    const next = moments(
      known.map(({ value, atLeast, weight }) => ({
        ...(atLeast ? beyond(value, now) : { first: value, second: value ** 2 }),
        weight,
      })),
    );
    const moved = Math.max(Math.abs(next.mean - now.mean), Math.abs(next.sd - now.sd));
    now = next;
    if (moved < NEAR_ENOUGH * now.sd) break;
  }
  return now;
}

interface Expected {
  readonly first: number;
  readonly second: number;
}

/** Mean and mean square of a normal value that is known to lie beyond a limit. */
function beyond(limit: number, { mean, sd }: Normal): Expected {
  const z = (limit - mean) / sd;
  const hazard = normalHazard(z);
  return { first: mean + sd * hazard, second: mean ** 2 + sd ** 2 + sd * hazard * (limit + mean) };
}

function moments(expected: readonly (Expected & { readonly weight: number })[]): Normal {
  let [total, first, second] = [0, 0, 0];
  for (const each of expected) {
    total += each.weight;
    first += each.weight * each.first;
    second += each.weight * each.second;
  }
  const mean = first / total;
  return { mean, sd: Math.max(LEAST_SD, Math.sqrt(Math.max(0, second / total - mean ** 2))) };
}
