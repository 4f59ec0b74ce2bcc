import type { IndicationSlug } from '../../catalogue/indications';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import type { ToxinProduct } from '../../units';

/** What one indication usually gives, before anything is known of the patient. */
export interface ResponsePrior {
  /** Mean improvement at the peak, percent. */
  readonly meanSizePct: number;
  /** How far the usual improvement of patients lies apart, SD in percent points. */
  readonly sizeSdPct: number;
  /** Median length of benefit, days. */
  readonly medianDays: number;
  /** The usual length that "never had benefit" is judged against, days. */
  readonly normDays: number;
}

type Usual = Omit<ResponsePrior, 'sizeSdPct'>;

/** What one indication usually gives at this clinic, with type A in the usual dose. */
export interface LearnedUsual {
  /** Mean improvement at the peak, percent. */
  readonly meanSizePct: number;
  /** Median length of benefit, days. */
  readonly medianDays: number;
  /** Courses that it was learned from. */
  readonly courses: number;
}

export type LearnedUsuals = Readonly<Partial<Record<IndicationSlug, LearnedUsual>>>;

/** How much readings scatter within a patient at this clinic. */
export interface ResponseNoise {
  /** SD of a size reading, percent points. */
  readonly sizeSd: number;
  /** SD of the logarithm of the length. */
  readonly lengthSd: number;
}

/** The first five come with the reference rule; the others are proposals (P) near the sources named beside them. */
const BY_INDICATION: Readonly<Record<IndicationSlug, Usual>> = {
  chronic_migraine: { meanSizePct: 55, medianDays: 80, normDays: 80 },
  cervical_dystonia: { meanSizePct: 60, medianDays: 95, normDays: 95 },
  spasticity_upper: { meanSizePct: 50, medianDays: 100, normDays: 98 },
  blepharospasm: { meanSizePct: 67, medianDays: 80, normDays: 80 },
  hemifacial_spasm: { meanSizePct: 73, medianDays: 90, normDays: 88 },
  spasticity_lower: { meanSizePct: 45, medianDays: 100, normDays: 98 }, // as the upper limb
  dystonia_other: { meanSizePct: 55, medianDays: 95, normDays: 95 }, // as cervical dystonia
  tremor: { meanSizePct: 55, medianDays: 89, normDays: 89 }, // 12.7 weeks, hand tremor
  tension_headache: { meanSizePct: 45, medianDays: 80, normDays: 80 },
  chronic_neck_pain: { meanSizePct: 45, medianDays: 80, normDays: 80 },
  chronic_back_pain: { meanSizePct: 45, medianDays: 80, normDays: 80 },
  tmj_dysfunction: { meanSizePct: 50, medianDays: 90, normDays: 90 },
  hyperhidrosis_axillary: { meanSizePct: 80, medianDays: 200, normDays: 200 }, // label trial median 201 days
  sialorrhea: { meanSizePct: 55, medianDays: 105, normDays: 105 }, // labelled 12 to 16 weeks apart
  hyperhidrosis_other: { meanSizePct: 65, medianDays: 140, normDays: 140 }, // planned 16 to 24 weeks apart
};

/**
 * Narrower than patients lie apart (16 of simulated ones): a lucky first session counts for less, and scales alone raise
 * fewer false alarms (P).
 */
const SIZE_SD_BETWEEN = 12;

/** What this indication usually gives with this product; at this clinic, where that was learned. */
export function responsePrior(
  indication: IndicationSlug,
  product: ToxinProduct,
  learned: LearnedUsuals = {},
): ResponsePrior {
  const prior = atClinic(BY_INDICATION[indication], learned[indication]);
  const { lasts, lastsAtMost } = PRODUCT_ROWS[product];
  const limited = (days: number) => Math.min(days * lasts, lastsAtMost[indication]?.days ?? Infinity);
  return {
    ...prior,
    sizeSdPct: SIZE_SD_BETWEEN,
    medianDays: limited(prior.medianDays),
    normDays: limited(prior.normDays),
  };
}

function atClinic(prior: Usual, learned: LearnedUsual | undefined): Usual {
  if (!learned) return prior;
  const { meanSizePct, medianDays } = learned;
  return { meanSizePct, medianDays, normDays: (prior.normDays * medianDays) / prior.medianDays };
}
