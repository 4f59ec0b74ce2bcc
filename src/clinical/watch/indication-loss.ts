import type { IndicationSlug } from '../catalogue/indications';

/** How often an indication loses its response for good, beside what the trigger assumes for all (about 1 % a year). */
export interface IndicationLoss {
  readonly asOften: number;
  /** The most that is told of one: above it too few such losses were simulated to know. */
  readonly toldAtMost: number;
  /** What is thought of before a lasting loss, where that is rare; none where it is not. */
  readonly thinkFirst: string | null;
  readonly source: string;
}

const AS_ASSUMED: IndicationLoss = {
  asOften: 1,
  toldAtMost: 1,
  thinkFirst: null,
  source: 'P: as in the simulated courses',
};
/** Of simulated migraine courses with a twentieth of the losses and a weight above nine tenths 45 % had one (P). */
const RARE_TOLD_AT_MOST = 0.4;
const HEADACHE: IndicationLoss = {
  asOften: 0.05,
  toldAtMost: RARE_TOLD_AT_MOST,
  thinkFirst: 'medication overuse, a new preventive and gaps in the diary',
  source: 'V:NAB23T (no antibodies in migraine; cervical dystonia 1.3 %)',
};
const SWEATING: IndicationLoss = {
  asOften: 0.05,
  toldAtMost: RARE_TOLD_AT_MOST,
  thinkFirst: 'the area that was missed, a new drug, menopause or the thyroid',
  source: 'V:NAB23T (0.4 %)',
};

/** Rarer than assumed: what else may be behind it comes before everything that a lasting loss would ask for. */
export function isRarelyLost(indication: IndicationSlug): boolean {
  return LOSS_BY_INDICATION[indication].asOften < 1;
}

export const LOSS_BY_INDICATION: Readonly<Record<IndicationSlug, IndicationLoss>> = {
  chronic_migraine: HEADACHE,
  tension_headache: HEADACHE,
  hyperhidrosis_axillary: SWEATING,
  hyperhidrosis_other: SWEATING,
  cervical_dystonia: AS_ASSUMED,
  dystonia_other: AS_ASSUMED,
  blepharospasm: AS_ASSUMED,
  hemifacial_spasm: AS_ASSUMED,
  spasticity_upper: AS_ASSUMED,
  spasticity_lower: AS_ASSUMED,
  sialorrhea: AS_ASSUMED,
  tremor: AS_ASSUMED,
  chronic_neck_pain: AS_ASSUMED,
  chronic_back_pain: AS_ASSUMED,
  tmj_dysfunction: AS_ASSUMED,
};
