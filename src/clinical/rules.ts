import type { Duration } from './calendar';
import { EFFECT_WINDOW_ROWS } from './due/effect/effect-window-rules';
import type { IndicationSlug } from './catalogue/indications';
import { PAYER_RULES } from './payers/payer-rules';
import { PRODUCT_ROWS } from './catalogue/product-rows';
import { LEARNING_RULES } from './watch/learning/learning-rules';
import { RESPONSE_RULES } from './watch/response-rules';
import type { RuleRow } from './rule-row';
import { SESSION_RULES } from './session-check/session-rules';
import type { ToxinProduct } from './units';

/** Changes whenever a row is added, removed or given another default; stored with everything derived from the rules. */
export const RULES_VERSION = '2026-11-27.14';

export const RULE_ROWS = [
  ...SESSION_RULES,
  ...RESPONSE_RULES,
  ...LEARNING_RULES,
  ...EFFECT_WINDOW_ROWS,
  ...PAYER_RULES,
] as const;

export type RuleId = (typeof RULE_ROWS)[number]['id'];

/** Every threshold as it stands in this clinic, by the id of its rule: the one way to reach a number that a clinic can set. */
export type RuleValues = Readonly<Record<RuleId, number>>;

/** An interval with the rule that gives it. */
export interface RuledInterval {
  readonly ruleId: RuleId;
  readonly days: number;
  readonly duration: Duration;
  readonly text: string;
  readonly source: string;
}

const ROW_BY_ID = new Map<string, RuleRow>(RULE_ROWS.map((row) => [row.id, row]));

/**
 * All thresholds, with what this clinic has set in place of the default.
 *
 * @throws RangeError on an id that is not a rule, a verified rule, or a value that is not a number above zero.
 */
export function ruleValues(overrides: Readonly<Partial<Record<RuleId, number>>> = {}): RuleValues {
  for (const [id, value] of Object.entries(overrides)) refuseUnsettable(id, value);
  const defaults = Object.fromEntries(RULE_ROWS.map((row) => [row.id, row.value]));
  return { ...defaults, ...overrides } as RuleValues;
}

export function isRule(id: string): id is RuleId {
  return ROW_BY_ID.has(id);
}

/** May a clinic set this threshold? Not when its number was verified in a source. */
export function isSettableRule(id: string): id is RuleId {
  const row = ROW_BY_ID.get(id);
  return row !== undefined && row.tag !== 'V';
}

export function ruleRow(id: RuleId): RuleRow {
  return ROW_BY_ID.get(id)!;
}

/** What stands under a message: the rule's words and where they come from. */
export function sourceText(id: RuleId): string {
  const { text, source } = ruleRow(id);
  return `${text} (${source})`;
}

/** The shortest time to the next session that label, memory or proposal allows. A child is younger than 18. */
export function minimumIntervalFor(of: {
  product: ToxinProduct;
  indication: IndicationSlug;
  ageYears?: number;
  rules: RuleValues;
}): RuledInterval {
  return interval(minimumRule(of), of.rules);
}

/** The time to the next session that is usual for this product and indication; the low end where a range is usual. */
export function usualIntervalFor(of: {
  product: ToxinProduct;
  indication: IndicationSlug;
  rules: RuleValues;
}): RuledInterval {
  return interval(usualRule(of), of.rules);
}

export function isChild(ageYears: number | undefined, rules: RuleValues): boolean {
  return ageYears !== undefined && ageYears < rules['S10.adult'];
}

function minimumRule(of: Parameters<typeof minimumIntervalFor>[0]): RuleId {
  const { least, leastBy, leastInChild, leastInChildBy } = PRODUCT_ROWS[of.product].interval;
  const labelled = leastBy[of.indication];
  if (!isChild(of.ageYears, of.rules)) return labelled ?? least;
  return leastInChildBy[of.indication]?.ruleId ?? labelled ?? leastInChild ?? least;
}

function usualRule({ product, indication }: { product: ToxinProduct; indication: IndicationSlug }): RuleId {
  return PRODUCT_ROWS[product].interval.usual[indication]?.ruleId ?? USUAL_RULE[indication];
}

const USUAL_RULE: Readonly<Record<IndicationSlug, RuleId>> = {
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

function interval(ruleId: RuleId, rules: RuleValues): RuledInterval {
  const { text, source } = ruleRow(ruleId);
  const days = rules[ruleId];
  return { ruleId, days, duration: `P${days}D`, text, source };
}

function refuseUnsettable(id: string, value: number | undefined): void {
  if (!isRule(id)) throw new RangeError(`No such rule: ${id}`);
  if (!isSettableRule(id)) throw new RangeError(`${id} is a verified number and cannot be set`);
  if (value === undefined || !Number.isFinite(value) || value <= 0)
    throw new RangeError(`${id} takes a number above 0`);
}
