import { mean } from '../numbers';
import type { ResponseEvidence } from './evidence/response-evidence';
import type { RuleValues } from '../rules';

/**
 * Did this patient never have benefit from this product?
 *
 * Asked within the first sessions (`R.primary.within`): enough sizes are known (`.sizes`), their mean is low (`.mean`),
 * none was good (`.none`), and what lengths are known are short beside what the indication usually gives (`.length`).
 */
export function neverHadBenefit(
  evidence: readonly ResponseEvidence[],
  normDays: number,
  rules: RuleValues,
): boolean {
  if (evidence.length > rules['R.primary.within']) return false;
  const sizes = evidence.flatMap(({ size }) => (size ? [size.improvementPct] : []));
  if (sizes.length < rules['R.primary.sizes']) return false;
  if (mean(sizes)! > rules['R.primary.mean'] || Math.max(...sizes) >= rules['R.primary.none']) return false;
  const days = evidence.flatMap(({ length }) =>
    length && (length.usable || length.days >= normDays) ? [length.days] : [],
  );
  return days.length === 0 || mean(days)! <= rules['R.primary.length'] * normDays;
}
