import { EFFECT_WINDOW_ROWS } from './due/effect/effect-window-rules';
import { PAYER_RULES } from './payers/payer-rules';
import { LEARNING_RULES } from './watch/learning/learning-rules';
import { RESPONSE_RULES } from './watch/response-rules';
import type { RuleRow } from './rule-row';
import { SESSION_RULES } from './session-rules/session-rules';

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

function refuseUnsettable(id: string, value: number | undefined): void {
  if (!isRule(id)) throw new RangeError(`No such rule: ${id}`);
  if (!isSettableRule(id)) throw new RangeError(`${id} is a verified number and cannot be set`);
  if (value === undefined || !Number.isFinite(value) || value <= 0)
    throw new RangeError(`${id} takes a number above 0`);
}
