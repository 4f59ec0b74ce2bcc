import type { ResponseEvidence, ResponseSize } from '../../src/clinical/watch/evidence/response-evidence';
import type { ResponseNoise, ResponsePrior } from '../../src/clinical/watch/change-point/response-priors';

/** How much weight the story of a lasting loss has after a session. */
export interface LossWeight {
  /** 0 to 1; a trigger, not a diagnosis. */
  readonly p: number;
  /** Index of the session at which the likeliest loss begins; -1 before any could be told. */
  readonly since: number;
}

/** Risk of a lasting loss per session, of one bad session, of a mild dip that stays, per session. */
const RULES = { lossPerSession: 0.004, oneOff: 0.04, mildDip: 0.006 };

export interface ReferenceStories {
  /**
   * Takes the next session, known or not; the answer weighs the stories when it is asked.
   *
   * @param scattersMore product, injector or muscles changed
   */
  add(evidence: ResponseEvidence, doseRatio: number, scattersMore: boolean): () => LossWeight;
}

/** Shares of the usual effect: usual, mild dip, and three degrees of loss. */
const LEVELS = [1, 0.8, 0.6, 0.35, 0.1] as const;
const USUAL = 0;
const MILD_DIP = 1;
const LOSSES = [2, 3, 4] as const;
const DECLINED = [MILD_DIP, ...LOSSES] as const;
/** A loss needs so many sessions before it to be lost from. */
const BEFORE_A_LOSS = 2;
/** What expectation alone gives, percent. */
const FLOOR_PCT = 12;
const SIZES = Array.from({ length: 18 }, (_, i) => 15 + 5 * i);
const SIZE_SD_BETWEEN = 17;
const LENGTH_STEPS = Array.from({ length: 11 }, (_, i) => (i - 5) / 2);
const LENGTH_SD_BETWEEN = 0.17;
const CHANGE_VARIANCE = 40;
const LENGTHS_FROM = SIZES.length;
const GRID = SIZES.length + LENGTH_STEPS.length;
/** A shorter length is read as this: it says "hardly any effect", not how small. */
const SHORTEST_DAYS = 7;
const ALL_ONES = new Array<number>(GRID).fill(1);

/** A value for every usual size, then for every usual length, that this patient may have. */
type Grid = number[];

/**
 * Ordinary ups and downs, or a lasting loss since session N?
 *
 * Each story says at which share of the usual effect every session was given. Its weight is the product of how likely
 * that makes the sessions, summed over all usual sizes and lengths the patient may have. How likely a session is at
 * each level is worked out once; every story is a product of those.
 */
export function startReferenceStories(prior: ResponsePrior, noise: ResponseNoise): ReferenceStories {
  const logMedian = Math.log(prior.medianDays);
  const likely: Grid[][] = [];
  const usualSo: Grid[] = [gridPrior(prior)];
  const onward: Grid[][] = LEVELS.map(() => [ones()]);

  return {
    add({ size, length }, doseRatio, scattersMore) {
      const adj = Math.min(1.25, Math.max(0.6, Math.sqrt(doseRatio)));
      const grids = LEVELS.map((level) => {
        const grid = ones();
        const logDays = logMedian + Math.log(0.35 + 0.65 * level) + 0.25 * Math.log(adj);
        if (size) readSize(grid, size, { share: level * adj, scattersMore, noise });
        if (length) readLength(grid, length, logDays, noise);
        return grid;
      });
      scaleToOne(grids);
      likely.push(grids);
      usualSo.push(multiply(ones(), usualSo[usualSo.length - 1]!, grids[USUAL]!));
      for (const level of DECLINED) onward[level]!.push(ones());
      return () => weighStories({ likely, usualSo, onward });
    },
  };
}

interface Likelihoods {
  /** By session and level. */
  readonly likely: readonly (readonly Grid[])[];
  /** [k]: the prior times sessions 0 .. k-1 at the usual level. */
  readonly usualSo: readonly Grid[];
  /** [level][t]: sessions t .. k-1 at this level; filled when the stories are weighed. */
  readonly onward: readonly (readonly Grid[])[];
}

function weighStories({ likely, usualSo, onward }: Likelihoods): LossWeight {
  const { lossPerSession, oneOff, mildDip } = RULES;
  const k = likely.length;
  for (const level of DECLINED) {
    const from = onward[level]!;
    from[k]!.fill(1);
    for (let t = k - 1; t >= 0; t--) multiply(from[t]!, from[t + 1]!, likely[t]![level]!);
  }

  let ordinary = Math.max(0.5, 1 - (lossPerSession + mildDip) * k - oneOff) * total(usualSo[k]!);
  for (let t = 0; t < k; t++) ordinary += mildDip * total(usualSo[t]!, onward[MILD_DIP]![t]);
  for (const level of LOSSES) {
    const weight = oneOff / LOSSES.length;
    ordinary += weight * total(usualSo[k - 1]!, likely[k - 1]![level]);
    if (k > 1) ordinary += weight * total(usualSo[k - 2]!, likely[k - 2]![level], likely[k - 1]![USUAL]);
  }

  let loss = 0;
  let largest = 0;
  let since = -1;
  for (let t = BEFORE_A_LOSS; t < k; t++) {
    const before = usualSo[t]!;
    const stories = LOSSES.map((level) => (lossPerSession / 6) * total(before, onward[level]![t]));
    const inTwo = stepsDown(likely, t, 2);
    stories.push((lossPerSession / 4) * total(before, inTwo, onward[3]![Math.min(t + 2, k)]));
    const inThree = stepsDown(likely, t, 3);
    stories.push((lossPerSession / 4) * total(before, inThree, onward[4]![Math.min(t + 3, k)]));
    for (const story of stories) {
      loss += story;
      if (story > largest) [largest, since] = [story, t];
    }
  }
  const all = ordinary + loss;
  return { p: all > 0 ? loss / all : 0, since };
}

/** Sessions from `t` on, one level deeper each: a mild dip, 0.6, 0.35. */
function stepsDown(likely: Likelihoods['likely'], t: number, steps: number): Grid {
  const grid = likely[t]![MILD_DIP]!.slice();
  for (let step = 1; step < steps && t + step < likely.length; step++)
    multiply(grid, grid, likely[t + step]![MILD_DIP + step]!);
  return grid;
}

/** Summed over the usual sizes, times summed over the usual lengths. */
function total(a: Grid, b: Grid = ALL_ONES, c: Grid = ALL_ONES): number {
  let sizes = 0;
  let lengths = 0;
  for (let i = 0; i < LENGTHS_FROM; i++) sizes += a[i]! * b[i]! * c[i]!;
  for (let i = LENGTHS_FROM; i < GRID; i++) lengths += a[i]! * b[i]! * c[i]!;
  return sizes * lengths;
}

/** How a size is read: against which share of the usual one, and how far it may be off. */
interface SizeRead {
  readonly share: number;
  readonly scattersMore: boolean;
  readonly noise: ResponseNoise;
}

function readSize(
  grid: Grid,
  { improvementPct, variance }: ResponseSize,
  { share, scattersMore, noise }: SizeRead,
): void {
  const sd = Math.sqrt(noise.sizeSd ** 2 + variance + (scattersMore ? CHANGE_VARIANCE : 0));
  for (let i = 0; i < LENGTHS_FROM; i++) {
    const expected = FLOOR_PCT + (SIZES[i]! - FLOOR_PCT) * share;
    grid[i] = heavyTailed((improvementPct - expected) / sd);
  }
}

function readLength(
  grid: Grid,
  { kind, days }: { readonly kind: string; readonly days: number },
  logMedian: number,
  noise: ResponseNoise,
): void {
  const logDays = Math.log(Math.max(SHORTEST_DAYS, days));
  for (let i = LENGTHS_FROM; i < GRID; i++) {
    const z = (logDays - logMedian - LENGTH_STEPS[i - LENGTHS_FROM]! * LENGTH_SD_BETWEEN) / noise.lengthSd;
    grid[i] = kind === 'wore-off' ? heavyTailed(z) : Math.max(1e-4, upperTail(z));
  }
}

/** A long course would otherwise run out of numbers; a factor that all stories share does not change their weights. */
function scaleToOne(grids: readonly Grid[]): void {
  let sizes = 0;
  let lengths = 0;
  for (const grid of grids) {
    for (let i = 0; i < LENGTHS_FROM; i++) sizes = Math.max(sizes, grid[i]!);
    for (let i = LENGTHS_FROM; i < GRID; i++) lengths = Math.max(lengths, grid[i]!);
  }
  for (const grid of grids) {
    for (let i = 0; i < LENGTHS_FROM; i++) grid[i]! /= sizes;
    for (let i = LENGTHS_FROM; i < GRID; i++) grid[i]! /= lengths;
  }
}

/** A normal density with 5 % of its weight at 2.5 SD, without the constant that every story shares. */
function heavyTailed(z: number): number {
  return 0.95 * Math.exp(-0.5 * z * z) + 0.02 * Math.exp(-0.08 * z * z);
}

/** The chance of more than z SD; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? tail : 1 - tail;
}

function gridPrior(prior: ResponsePrior): Grid {
  const sizes = SIZES.map((size) => Math.exp(-0.5 * ((size - prior.meanSizePct) / SIZE_SD_BETWEEN) ** 2));
  const lengths = LENGTH_STEPS.map((step) => Math.exp(-0.5 * step ** 2));
  return [...sizes, ...lengths];
}

function ones(): Grid {
  return new Array<number>(GRID).fill(1);
}

function multiply(into: Grid, a: Grid, b: Grid): Grid {
  for (let i = 0; i < GRID; i++) into[i] = a[i]! * b[i]!;
  return into;
}
