import type { Duration } from '../calendar';
import type { IndicationSlug } from '../catalogue/indication-slugs';
import type { SessionRuleId } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import type { ToxinProduct } from '../units';
import { sessionRule, type SessionRuleValues } from './session-rule';

/** An interval with the rule that gives it. */
export interface RuledInterval {
  readonly ruleId: SessionRuleId;
  readonly days: number;
  readonly duration: Duration;
  readonly text: string;
  readonly source: string;
}

/** The shortest time to the next session that label, memory or proposal allows. A child is younger than 18. */
export function minimumIntervalFor(of: {
  product: ToxinProduct;
  indication: IndicationSlug;
  ageYears?: number;
  rules: SessionRuleValues;
}): RuledInterval {
  return interval(minimumRule(of), of.rules);
}

/** The time to the next session that is usual for this product and indication; the low end where a range is usual. */
export function usualIntervalFor(of: {
  product: ToxinProduct;
  indication: IndicationSlug;
  rules: SessionRuleValues;
}): RuledInterval {
  return interval(usualRule(of), of.rules);
}

export function isChild(ageYears: number | undefined, rules: SessionRuleValues): boolean {
  return ageYears !== undefined && ageYears < rules['S10.adult'];
}

function minimumRule(of: Parameters<typeof minimumIntervalFor>[0]): SessionRuleId {
  const { least, leastBy, leastInChild, leastInChildBy } = PRODUCT_ROWS[of.product].interval;
  const labelled = leastBy[of.indication];
  if (!isChild(of.ageYears, of.rules)) return labelled ?? least;
  return leastInChildBy[of.indication]?.ruleId ?? labelled ?? leastInChild ?? least;
}

function usualRule({
  product,
  indication,
}: {
  product: ToxinProduct;
  indication: IndicationSlug;
}): SessionRuleId {
  return PRODUCT_ROWS[product].interval.usual[indication]?.ruleId ?? USUAL_RULE[indication];
}

const USUAL_RULE: Readonly<Record<IndicationSlug, SessionRuleId>> = {
  chronic_migraine: 'S01.usual.default',
  tension_headache: 'S01.usual.default',
  cervical_dystonia: 'S01.usual.default',
  chronic_neck_pain: 'S01.usual.default',
  chronic_back_pain: 'S01.usual.default',
  blepharospasm: 'S01.usual.default',
  hemifacial_spasm: 'S01.usual.default',
  spasticity_upper: 'S01.usual.default',
  spasticity_lower: 'S01.usual.default',
  hyperhidrosis_axillary: 'S01.usual.hyperhidrosis_axillary',
  hyperhidrosis_other: 'S01.usual.hyperhidrosis_other',
  sialorrhea: 'S01.usual.default',
  tmj_dysfunction: 'S01.usual.default',
  tremor: 'S01.usual.default',
  dystonia_other: 'S01.usual.default',
};

function interval(ruleId: SessionRuleId, rules: SessionRuleValues): RuledInterval {
  const { text, source } = sessionRule(ruleId);
  const days = rules[ruleId];
  return { ruleId, days, duration: `P${days}D`, text, source };
}
