import { ruleRow } from '../../rules';
import type { RuleValues } from '../../rules';
import type { ReviewCount, ReviewWeight } from './review-episodes';

/** What a weight would cost and bring; reviews per 100 patient-years. */
export interface AlarmPoint extends ReviewWeight {
  /** Estimated by playing the courses backwards. */
  readonly falseReviews: number;
  /** All reviews, as the courses went. */
  readonly reviews: number;
}

/** What was counted, from the least weight to the greatest. */
export interface AlarmFigures {
  readonly courses: number;
  readonly patientYears: number;
  readonly curve: readonly AlarmPoint[];
}

/** What a clinic bears, and which weights keep it to that. */
export interface AlarmBudget {
  /** False reviews per 100 patient-years. */
  readonly budget: number;
  /** At the weights that stand, or the nearest below them that were tried. */
  readonly standing: AlarmPoint;
  /** The weights that keep the budget; null where those that stand are to stay, or nothing can be said yet. */
  readonly proposed: ReviewWeight | null;
  readonly text: string;
}

/**
 * Where a scale is all that is recorded the estimate errs on the unsafe side, by about so much: measured on simulated
 * clinics (decline-rules 9.4), not settable.
 */
const SCALE_ONLY_MORE = 1.45;

/** Shares of the default weight that are looked at, the default among them; below it false reviews grow fast. */
const STEPS = [0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** The weights that are looked at, those that stand among them. */
export function weightsToTry(rules: RuleValues): readonly ReviewWeight[] {
  const standing = standingWeight(rules);
  const tried = STEPS.map((share) => ({
    weight: rounded(share * ruleRow('R.review.weight').value),
    weightOnScaleOnly: rounded(share * ruleRow('R.review.weight.scale-only').value),
  })).filter(({ weight }) => weight !== standing.weight);
  return [...tried, standing].toSorted((a, b) => a.weight - b.weight);
}

/** @param forwards, backwards counted at the `weights` */
export function alarmFigures(
  weights: readonly ReviewWeight[],
  { forwards, backwards }: { readonly forwards: ReviewCount; readonly backwards: ReviewCount },
  courses: number,
): AlarmFigures {
  const { patientYears } = forwards;
  const per100 = (count: number) => (patientYears > 0 ? (100 * count) / patientYears : 0);
  const curve = weights.map((weight, index): AlarmPoint => {
    const back = backwards.episodes[index]!;
    const { onMore, onScaleOnly } = forwards.episodes[index]!;
    return {
      ...weight,
      falseReviews: per100(back.onMore + SCALE_ONLY_MORE * back.onScaleOnly),
      reviews: per100(onMore + onScaleOnly),
    };
  });
  return { courses, patientYears, curve };
}

/**
 * Which weight keeps the alarm budget?
 *
 * The least of those tried, from the default on, at which the estimated false reviews are within the budget. Never below the
 * default: there the estimate was not tried. Proposed only where the courses cover enough patient-years for the estimate
 * to mean something, and only where it is another than the one that stands; one that a clinic set lower stays while it
 * keeps the budget.
 */
export function keepBudget({ patientYears, curve }: AlarmFigures, rules: RuleValues): AlarmBudget {
  const { weight: stands } = standingWeight(rules);
  const standing = curve.findLast(({ weight }) => weight <= stands) ?? curve[0]!;
  const budget = rules['R.alarm-budget'];
  const enough = rules['R.alarm-budget.patient-years'];
  const nothing = (text: string): AlarmBudget => ({ budget, standing, proposed: null, text });
  if (patientYears < enough)
    return nothing(
      `The clinic’s courses cover ${Math.floor(patientYears)} patient-years: from ${enough} on a weight can be proposed.`,
    );
  const least = ruleRow('R.review.weight').value;
  const keptAlready = standing.weight <= least && standing.falseReviews <= budget;
  const keeps = keptAlready
    ? standing
    : curve.find(({ weight, falseReviews }) => weight >= least && falseReviews <= budget);
  if (!keeps)
    return nothing(
      `No weight that was tried keeps the budget of ${budget} false reviews per 100 patient-years: raise the budget, or ask more often on which day the effect wore off.`,
    );
  if (keeps.weight === standing.weight) return nothing(budgetText(standing, keeps, budget));
  const { weight, weightOnScaleOnly } = keeps;
  return {
    budget,
    standing,
    proposed: { weight, weightOnScaleOnly },
    text: budgetText(standing, keeps, budget),
  };
}

function budgetText(standing: AlarmPoint, keeps: AlarmPoint, budget: number): string {
  const now = `At the weight of ${standing.weight} an estimated ${standing.falseReviews.toFixed(1)} of ${standing.reviews.toFixed(1)} reviews per 100 patient-years are false`;
  if (keeps.weight === standing.weight) return `${now}: within the budget of ${budget}.`;
  const at = `at ${keeps.weight} (${keeps.weightOnScaleOnly} on a scale alone) it would be ${keeps.falseReviews.toFixed(1)} of ${keeps.reviews.toFixed(1)}`;
  return keeps.weight > standing.weight
    ? `${now}, beyond the budget of ${budget}: ${at}.`
    : `${now}; ${at}, still within the budget of ${budget}.`;
}

function standingWeight(rules: RuleValues): ReviewWeight {
  return {
    weight: rules['R.review.weight'],
    weightOnScaleOnly: rules['R.review.weight.scale-only'],
  };
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
