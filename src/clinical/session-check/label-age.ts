import { ageOn } from '../calendar';
import type { Finding } from '../finding';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../catalogue/indications';
import { PRODUCTS } from '../catalogue/products';
import type { ProposedSession, SessionContext } from './proposed-session';
import type { RuleId, RuleValues } from '../rules';
import { isChild, sourceText } from '../rules';
import type { ToxinProduct } from '../units';

const ADULTS_ONLY: readonly IndicationSlug[] = [
  'chronic_migraine',
  'cervical_dystonia',
  'hyperhidrosis_axillary',
  'hyperhidrosis_other',
];

/** Is the patient younger than the label of this product for this indication (S10)? The birthday itself is old enough. */
export function labelAgeFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { product } = session;
  const { indication, etiology } = context;
  const age = ageOn(context.birthDate, session.performedOn);
  const ruleId = labelAgeRule(product, indication);
  const use = `${PRODUCTS[product].brand} for ${INDICATIONS[indication].name.toLowerCase()}`;
  if (ruleId && age < rules[ruleId]) {
    return [
      confirm(`The patient is ${age} years old; ${use} is labelled from ${rules[ruleId]} years.`, ruleId),
    ];
  }
  if (product !== 'inco' || !isSpasticity(indication) || !isChild(age, rules)) return [];
  if (etiology === 'cerebral_palsy') {
    return [
      confirm(`In children ${use} is labelled except when cerebral palsy is the cause.`, 'S10.spasticity'),
    ];
  }
  if (etiology) return [];
  return [
    confirm(
      `In children ${use} is not labelled in cerebral palsy, and no cause is recorded.`,
      'S10.spasticity',
    ),
  ];
}

function labelAgeRule(product: ToxinProduct, indication: IndicationSlug): RuleId | undefined {
  if (product === 'rima' || product === 'daxi' || ADULTS_ONLY.includes(indication)) return 'S10.adult';
  if (isSpasticity(indication)) return 'S10.spasticity';
  if (product === 'ona' && (indication === 'blepharospasm' || indication === 'hemifacial_spasm'))
    return 'S10.ona.eyelid';
  return product === 'inco' && indication === 'blepharospasm' ? 'S10.adult' : undefined;
}

function confirm(message: string, ruleId: RuleId): Finding {
  const asked = `${message} Give the reason to go on.`;
  return {
    code: 'S10',
    severity: 'confirm',
    message: asked,
    pointer: '/product',
    sourceText: sourceText(ruleId),
  };
}
