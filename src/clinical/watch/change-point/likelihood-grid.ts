import type { EffectLength } from '../../due/effect/effect-length';
import { upperTail } from '../../numbers';
import { isScaleOnly, type ResponseEvidence, type ResponseSize } from '../evidence/response-evidence';
import type { ResponseNoise, ResponsePrior } from './response-priors';

/** A share of the usual effect: of its size, and what that leaves of its length. */
export interface EffectLevel {
  readonly size: number;
  readonly length: number;
}

/** How likely a session is, level by level: for every usual size, and for every usual length the patient may have. */
export interface SessionLikelihood {
  readonly sizes: Float64Array;
  readonly lengths: Float64Array;
}

/** Usual sizes, percent, and usual lengths, as steps of the SD between patients. */
const SIZES = Array.from({ length: 13 }, (_, i) => 15 + 7 * i);
const LENGTH_STEPS = Array.from({ length: 7 }, (_, i) => 0.75 * (i - 3));
export const GRID_SIZES = SIZES.length;
export const GRID_LENGTHS = LENGTH_STEPS.length;

const LENGTH_SD_BETWEEN = 0.17;
/** What expectation alone gives, percent. */
const FLOOR_PCT = 12;
/** More scatter of the size where product, injector or muscles changed, percent points squared. */
const CHANGE_VARIANCE = 40;
/** And where it was read by another measure than those before it: two measures of a response differ by some 15 (P). */
const OTHER_MEASURE_VARIANCE = 225;
/** Share of the scatter of sizes where a scale alone was read: its measurement error stands in its own variance. */
const SCALE_ONLY_SD_SHARE = 0.55;
/** One reading in ten scatters two and a half times as much. */
const WILD_SHARE = 0.1;
const WILD_SDS = 2.5;
/** "Still effective" is never quite impossible. */
const LEAST_LIKELY = 1e-4;
/** A shorter length is read as this: it says "hardly any effect", not how small. */
const SHORTEST_DAYS = 7;
const [ADJ_LOW, ADJ_HIGH] = [0.6, 1.25];

/** How much the sizes of one patient scatter from session to session. */
export function withinPatientSd(size: ResponseSize, { sizeSd }: ResponseNoise): number {
  return sizeSd * (isScaleOnly(size) ? SCALE_ONLY_SD_SHARE : 1);
}

/** How much a reading errs beside that. */
export function readingVariance({ variance, byOtherMeasure }: ResponseSize, scattersMore: boolean): number {
  return variance + (scattersMore ? CHANGE_VARIANCE : 0) + (byOtherMeasure ? OTHER_MEASURE_VARIANCE : 0);
}

/** Before anything is known of the patient: size by size, within each length by length. */
export function gridPrior(prior: ResponsePrior): Float64Array {
  const grid = new Float64Array(GRID_SIZES * GRID_LENGTHS);
  SIZES.forEach((size, i) =>
    LENGTH_STEPS.forEach((step, j) => {
      const distance = (size - prior.meanSizePct) / prior.sizeSdPct;
      grid[i * GRID_LENGTHS + j] = Math.exp(-0.5 * (distance ** 2 + step ** 2));
    }),
  );
  return grid;
}

/**
 * Makes a reader for one course: how likely is what was recorded at each of these levels? The answer is written over
 * with the next session.
 */
export function likelihoodReader(levels: readonly EffectLevel[], prior: ResponsePrior, noise: ResponseNoise) {
  const sizes = new Float64Array(levels.length * GRID_SIZES);
  const lengths = new Float64Array(levels.length * GRID_LENGTHS);
  const logMedian = Math.log(prior.medianDays);
  const logLengths = levels.map((level) => Math.log(level.length));

  const readSize = (size: ResponseSize, adj: number, scattersMore: boolean) => {
    const { improvementPct } = size;
    const sd = Math.sqrt(withinPatientSd(size, noise) ** 2 + readingVariance(size, scattersMore));
    levels.forEach((level, index) => {
      for (let i = 0; i < GRID_SIZES; i++) {
        const expected = FLOOR_PCT + (SIZES[i]! - FLOOR_PCT) * level.size * adj;
        sizes[index * GRID_SIZES + i] = scattered((improvementPct - expected) / sd);
      }
    });
  };

  const readLength = ({ kind, days }: EffectLength, adj: number) => {
    const logDays = Math.log(Math.max(SHORTEST_DAYS, days)) - logMedian - 0.5 * Math.log(adj);
    levels.forEach((_, index) => {
      for (let j = 0; j < GRID_LENGTHS; j++) {
        const usual = logLengths[index]! + LENGTH_STEPS[j]! * LENGTH_SD_BETWEEN;
        const z = (logDays - usual) / noise.lengthSd;
        const likely = kind === 'wore-off' ? scattered(z) : Math.max(LEAST_LIKELY, upperTail(z));
        lengths[index * GRID_LENGTHS + j] = likely;
      }
    });
  };

  return (
    { size, length }: ResponseEvidence,
    doseRatio: number,
    scattersMore: boolean,
  ): SessionLikelihood => {
    const adj = Math.min(ADJ_HIGH, Math.max(ADJ_LOW, Math.sqrt(doseRatio)));
    if (size) readSize(size, adj, scattersMore);
    else sizes.fill(1);
    if (length) readLength(length, adj);
    else lengths.fill(1);
    return { sizes, lengths };
  };
}

/** A normal density with heavy tails, without the constant that all levels share. */
function scattered(z: number): number {
  const wild = z / WILD_SDS;
  return (1 - WILD_SHARE) * Math.exp(-0.5 * z * z) + (WILD_SHARE / WILD_SDS) * Math.exp(-0.5 * wild * wild);
}
