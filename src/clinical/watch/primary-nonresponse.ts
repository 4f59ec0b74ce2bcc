import type { ResponseEvidence } from './evidence/response-evidence';
import type { TrendRules } from './response-rules';

/**
 * Did this patient never have benefit from this product?
 *
 * Asked within the first six sessions: at least three sizes are known, their mean is at most 30 %, none reaches 40 %,
 * and what lengths are known last at most 70 % of what the indication usually gives.
 */
export function neverHadBenefit(
  evidence: readonly ResponseEvidence[],
  normDays: number,
  rules: TrendRules,
): boolean {
  if (evidence.length > rules.primaryWithin) return false;
  const sizes = evidence.flatMap(({ size }) => (size ? [size.improvementPct] : []));
  if (sizes.length < rules.primarySizes) return false;
  if (mean(sizes) > rules.primaryMeanPct || Math.max(...sizes) >= rules.primaryNonePct) return false;
  const days = evidence.flatMap(({ length }) =>
    length && (length.usable || length.days >= normDays) ? [length.days] : [],
  );
  return days.length === 0 || mean(days) <= rules.primaryLengthShare * normDays;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
