import { ageIfKnown } from '../../calendar';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import type { Finding } from '../../finding';
import { toHundredth } from '../../numbers';
import { isChild } from '../../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../../session-rules/session-rule';
import type { ProposedSession, SessionContext } from '../../session-check/proposed-session';
import { sentences } from '../../words';

/** Half of the children of this age weigh more, kg, girls and boys together; index is the age in years (M: growth charts). */
const MEDIAN_KG = [
  7.5, 9.9, 12.3, 14.3, 16.3, 18.4, 20.6, 23, 25.6, 28.6, 32, 36, 40.5, 45.5, 50, 54, 57.5, 60.5,
];

/**
 * Can a child of this age weigh that much (S04)?
 *
 * A child's limits go by weight: a lost decimal comma makes them ten times as wide. Asked above and below so many times
 * what is usual at the age.
 */
export function childWeightFindings(
  { product, performedOn }: Pick<ProposedSession, 'product' | 'performedOn'>,
  { birthDate, weight }: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const age = ageIfKnown(birthDate, performedOn);
  if (!weight || age === undefined || !isChild(age, rules)) return [];
  const median = MEDIAN_KG[age];
  if (median === undefined) return [];
  const high = weight.kg > rules['S04.weight.high'] * median;
  if (!high && weight.kg >= rules['S04.weight.low'] * median) return [];
  const meant = toHundredth(high ? weight.kg / 10 : weight.kg * 10);
  const fits = meant >= rules['S04.weight.low'] * median && meant <= rules['S04.weight.high'] * median;
  return [
    {
      code: PRODUCT_ROWS[product].limits.child?.code ?? 'S04',
      severity: 'confirm',
      message: sentences(
        `A weight of ${weight.kg} kg (${weight.measuredOn}) at ${age} ${age === 1 ? 'year' : 'years'}, where about ${median} kg are usual: the limits of this session rest on it.`,
        fits ? `Was ${meant} kg meant?` : '',
        'Correct the weight, or confirm it with a reason.',
      ),
      sourceText: sourceText(high ? 'S04.weight.high' : 'S04.weight.low'),
    },
  ];
}
