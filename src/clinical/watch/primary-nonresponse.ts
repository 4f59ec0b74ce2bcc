import { mean } from '../numbers';
import type { ResponseEvidence, ResponseSize } from './evidence/response-evidence';
import type { RuleValues } from '../rules';

/**
 * Did this patient never have benefit from this product?
 *
 * Asked within the first sessions (`R.primary.within`): enough sizes are known (`.sizes`), their mean is low (`.mean`),
 * none was good (`.none`), and what lengths are known are short beside what the indication usually gives (`.length`).
 * Where no length is known the mean must be lower still (`.mean.no-length`). A scale errs more than a rating: the mean is
 * held against the limits with what it errs by beyond three ratings.
 */
export function neverHadBenefit(
  evidence: readonly ResponseEvidence[],
  normDays: number,
  rules: RuleValues,
): boolean {
  if (evidence.length > rules['R.primary.within']) return false;
  const sizes = evidence.flatMap(({ size }) => size ?? []);
  if (sizes.length < rules['R.primary.sizes']) return false;
  const improvements = sizes.map(({ improvementPct }) => improvementPct);
  if (Math.max(...improvements) >= rules['R.primary.none']) return false;
  const days = evidence.flatMap(({ length }) =>
    length && (length.usable || length.days >= normDays) ? [length.days] : [],
  );
  const meanPct = mean(improvements)! + Math.max(0, errorOfMean(sizes) - ERROR_OF_RATINGS);
  if (days.length === 0) return meanPct <= rules['R.primary.mean.no-length'];
  return meanPct <= rules['R.primary.mean'] && mean(days)! <= rules['R.primary.length'] * normDays;
}

/** Percent points by which the mean of three ratings errs, rounded up. */
const ERROR_OF_RATINGS = 3;

function errorOfMean(sizes: readonly ResponseSize[]): number {
  return Math.sqrt(sizes.reduce((sum, { variance }) => sum + variance, 0)) / sizes.length;
}
