import { ageIfKnown } from '../../calendar';
import type { Finding } from '../../finding';
import type { IndicationSlug } from '../../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../../catalogue/indications';
import type { AgeRule, SessionRuleId } from '../../catalogue/product-row';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import { PRODUCTS } from '../../catalogue/products';
import type { ProposedSession, SessionContext } from '../proposed-session';
import { isChild } from '../../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../../session-rules/session-rule';
import { counted } from '../../words';
import type { ToxinProduct } from '../../units';

/** From which age the labels of an indication hold; null where no label speaks of it. A product may say otherwise. */
const BY_INDICATION: Readonly<Record<IndicationSlug, AgeRule | null>> = {
  chronic_migraine: 'S10.adult',
  tension_headache: null,
  cervical_dystonia: 'S10.adult',
  chronic_neck_pain: null,
  chronic_back_pain: null,
  blepharospasm: null,
  hemifacial_spasm: null,
  spasticity_upper: 'S10.spasticity',
  spasticity_lower: 'S10.spasticity',
  hyperhidrosis_axillary: 'S10.adult',
  hyperhidrosis_other: 'S10.adult',
  sialorrhea: null,
  tmj_dysfunction: null,
  tremor: null,
  dystonia_other: null,
};

/** Is the patient younger than the label of this product for this indication (S10)? The birthday itself is old enough. */
export function labelAgeFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const { indication, etiology } = context;
  const age = ageIfKnown(context.birthDate, session.performedOn);
  const ruleId = labelAgeRule(product, indication);
  const use = `${PRODUCTS[product].brand} for ${INDICATIONS[indication].name.toLowerCase()}`;
  if (ruleId && age !== undefined && age < rules[ruleId]) {
    return [
      confirm(
        `The patient is ${counted(age, 'year')} old; ${use} is labelled from ${rules[ruleId]} years.`,
        ruleId,
      ),
    ];
  }
  const excepted = PRODUCT_ROWS[product].labelAge.childSpasticityExcept;
  if (!excepted || !isSpasticity(indication) || !isChild(age, rules)) return [];
  const cause = excepted.replace('_', ' ');
  if (etiology === excepted) {
    return [confirm(`In children ${use} is labelled except when ${cause} is the cause.`, 'S10.spasticity')];
  }
  if (etiology) return [];
  return [
    confirm(`In children ${use} is not labelled in ${cause}, and no cause is recorded.`, 'S10.spasticity'),
  ];
}

function labelAgeRule(product: ToxinProduct, indication: IndicationSlug): AgeRule | null {
  const { everyUse, byIndication } = PRODUCT_ROWS[product].labelAge;
  return everyUse ?? byIndication[indication] ?? BY_INDICATION[indication];
}

function confirm(message: string, ruleId: SessionRuleId): Finding {
  const asked = `${message} Give the reason to go on.`;
  return {
    code: 'S10',
    severity: 'confirm',
    message: asked,
    pointer: '/product',
    sourceText: sourceText(ruleId),
  };
}
