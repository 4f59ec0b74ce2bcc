import type { SessionRuleId } from '../catalogue/product-row';
import type { RuleRow } from '../rule-row';
import { SESSION_RULES } from './session-rules';

/** The thresholds of a session as they stand in this clinic. */
export type SessionRuleValues = Readonly<Record<SessionRuleId, number>>;
export type ChangedSessionRules = Readonly<Partial<SessionRuleValues>>;

const ROW_BY_ID = new Map<string, RuleRow>(SESSION_RULES.map((row) => [row.id, row]));

/** What a session is held to, without the rules of anything else: all of it goes to the browser. */
export function sessionRule(id: SessionRuleId): RuleRow {
  return ROW_BY_ID.get(id)!;
}

/** What stands under a message: the rule's words and where they come from. */
export function sourceText(id: SessionRuleId): string {
  const { text, source } = sessionRule(id);
  return `${text} (${source})`;
}

/** What a clinic holds sessions to otherwise than the defaults: little is to be handed over. */
export function changedSessionRules(rules: SessionRuleValues): ChangedSessionRules {
  return Object.fromEntries(
    SESSION_RULES.flatMap(({ id, value }) => (rules[id] === value ? [] : [[id, rules[id]]])),
  );
}

/** All of it again. */
export function sessionRuleValues(changed: ChangedSessionRules): SessionRuleValues {
  const defaults = Object.fromEntries(SESSION_RULES.map(({ id, value }) => [id, value]));
  return { ...defaults, ...changed } as SessionRuleValues;
}
