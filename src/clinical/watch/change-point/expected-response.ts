import type { ResponseSize } from '../evidence/response-evidence';
import { readingOf, valueOfSeverity } from '../evidence/scales/scale-readings';
import type { ScaleSlug } from '../../catalogue/scales';
import { readingVariance, withinPatientSd } from './likelihood-grid';
import type { LearnedFrom, UsualBenefit } from './percent-card';
import { doseEffect } from './percent-card';
import type { ResponseNoise } from './response-priors';

/** What was usual, and between what and what eight of ten such sessions lie. */
export interface ExpectedRange {
  readonly usual: number;
  readonly from: number;
  readonly to: number;
}

/** What was expected of one session before it was judged, at its own dose. */
export interface ExpectedResponse {
  readonly sizePct: ExpectedRange;
  readonly days: ExpectedRange;
  /** The same size on the scale that was taken, where one was and of no single muscle. */
  readonly onScale?: ExpectedRange & { readonly scale: ScaleSlug };
}

/** What a session is expected from. */
export interface ExpectedFrom {
  /** The usual as it was known before the session. */
  readonly usual: UsualBenefit;
  readonly learnedFrom: LearnedFrom;
  readonly doseRatio: number;
  readonly noise: ResponseNoise;
  /** As it was read; what was not read scatters as a patient's sizes do. */
  readonly size: ResponseSize | undefined;
  readonly scattersMore: boolean;
}

/** Eight of ten lie within so many SD, as of the effect window. */
const EIGHT_OF_TEN = 1.28;
const [WORST, BEST] = [-20, 110];

/**
 * What was this session expected to give?
 *
 * The usual that its share is made with, and the scatter that its weight is made with: how much the patient's sessions
 * differ, how much the reading errs, and how little the usual is known yet.
 */
export function expectedResponse(from: ExpectedFrom): ExpectedResponse {
  const { usual, learnedFrom, doseRatio, noise, size, scattersMore } = from;
  const adj = doseEffect(doseRatio);
  const patientSd = size ? withinPatientSd(size, noise) : noise.sizeSd;
  const errs = size ? readingVariance(size, scattersMore) : 0;
  const sizeSd = Math.sqrt(patientSd ** 2 * (1 + 1 / learnedFrom.sizes) + errs);
  const mean = usual.sizePct * adj;
  const clamp = (pct: number): number => Math.min(BEST, Math.max(WORST, pct));
  const sizePct = {
    usual: mean,
    from: clamp(mean - EIGHT_OF_TEN * sizeSd),
    to: clamp(mean + EIGHT_OF_TEN * sizeSd),
  };
  const spread = Math.exp(EIGHT_OF_TEN * noise.lengthSd * Math.sqrt(1 + 1 / learnedFrom.lengths));
  const days = usual.days * Math.sqrt(adj);
  return {
    sizePct,
    days: { usual: days, from: days / spread, to: days * spread },
    ...onScaleOf(sizePct, size),
  };
}

/** A size as the scale says it, counted from the same baseline. */
function onScaleOf(
  { usual, from, to }: ExpectedRange,
  size: ResponseSize | undefined,
): Pick<ExpectedResponse, 'onScale'> | undefined {
  const { scale, baseline, meanOf } = size?.entered.find(({ reading }) => reading === 'scale') ?? {};
  const reading = scale && readingOf(scale);
  if (!reading || !baseline || meanOf !== undefined) return undefined;
  const valueAt = (pct: number): number =>
    valueOfSeverity(reading, baseline.severity * (1 - (reading.fullDrop * Math.min(100, pct)) / 100));
  const [worst, best] = [valueAt(from), valueAt(to)];
  return {
    onScale: { scale, usual: valueAt(usual), from: Math.min(worst, best), to: Math.max(worst, best) },
  };
}
