import { ANTIBODY_RISK_CODES, type AntibodyRiskCode } from '../../../clinical/review/antibody-risk';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import { Lists, OneOf } from '../../../platform/http/validation';

export class AntibodyRiskItemView {
  @OneOf(ANTIBODY_RISK_CODES) code: AntibodyRiskCode;
  /** In a clinician's words, with the numbers. */
  text: string;
  /** The rule and where it comes from. */
  sourceText: string;
}

/** All that was given of one product; units of two products are never added. */
export class CumulativeDoseView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** In this course, in units of `product`. */
  units: number;
  /** Sessions of this course with it. */
  sessions: number;
  /** With the patient's other courses and what others gave, where its units are known. */
  patientUnits: number;
}

/** What is known to raise the risk of antibodies. Parts of one treatment count each for itself, voided sessions do not. */
export class AntibodyRiskView {
  sessions: number;
  /** Sessions given less than 56 days (rule S02.booster) after the one before. */
  boosters: number;
  /** Intervals shorter than 12 weeks (rule S02.short), those of boosters included. */
  shortIntervals: number;
  /** From the first session to the latest, to a tenth. */
  years: number;
  @Lists(() => CumulativeDoseView) cumulativeDoses: readonly CumulativeDoseView[];
  /** Doses given elsewhere that no sum can hold: product or units are not known. */
  uncountedElsewhere: number;
  @Lists(() => AntibodyRiskItemView) items: readonly AntibodyRiskItemView[];
}
