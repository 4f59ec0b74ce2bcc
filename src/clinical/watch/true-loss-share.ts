import { ruleRow, type RuleValues } from '../rules';

/**
 * From this weight on, this share; 12,000 simulated courses, session 4 on, one lasting loss in 100 patient-years. Counts
 * of the simulation (P), not settable: that two of them begin at the default weights of `watch` and `review` only spares
 * a step there. A clinic that sets those weights moves what is shown; what a weight means stays.
 */
const TRUE_LOSSES = [
  [0.97, 0.99],
  [0.9, 0.94],
  [0.75, 0.8],
  [0.6, 0.7],
  [0.45, 0.58],
  [0.3, 0.47],
  [0.2, 0.3],
  [0.105, 0.17],
  [0.05, 0.1],
  [0.038, 0.06],
] as const;

/** Of simulated courses with this weight, the share with a lasting loss; null below the least weight that was counted. */
export function trueLossShare(p: number): number | null {
  return TRUE_LOSSES.find(([from]) => p >= from)?.[1] ?? null;
}

/** What the weight itself is made with. */
const WEIGHED_WITH = [
  'R.prior.loss',
  'R.prior.one-off',
  'R.prior.mild-dip',
  'R.prior.progression',
  'effect-window.length-sd',
] as const;

/**
 * Does a weight mean what was counted? Only where it was made as there: a clinic that sets a prior, or how much lengths
 * scatter, gives every weight another meaning, and no share is told until it has been counted anew.
 */
export function isCalibrated(rules: RuleValues): boolean {
  return WEIGHED_WITH.every((id) => rules[id] === ruleRow(id).value);
}
