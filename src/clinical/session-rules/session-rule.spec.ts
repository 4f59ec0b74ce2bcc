import { changedSessionRules, sessionRule, sessionRuleValues, sourceText } from './session-rule';
import { SESSION_RULES } from './session-rules';

it('finds each rule by its id', () => {
  for (const row of SESSION_RULES) expect(sessionRule(row.id)).toBe(row);
});

it('says under a message what the rule is and where it comes from', () => {
  const { text, source } = sessionRule('S02.booster');
  expect(sourceText('S02.booster')).toBe(`${text} (${source})`);
});

describe('what a clinic hands over', () => {
  const defaults = sessionRuleValues({});

  it('are all rules at their defaults where it has changed none', () => {
    expect(Object.keys(defaults)).toEqual(SESSION_RULES.map(({ id }) => id));
    for (const { id, value } of SESSION_RULES) expect(defaults[id]).toBe(value);
    expect(changedSessionRules(defaults)).toEqual({});
  });

  it('are the changed ones alone, and all of it again from them', () => {
    const rules = { ...defaults, 'S02.booster': defaults['S02.booster'] + 7 };
    expect(changedSessionRules(rules)).toEqual({ 'S02.booster': rules['S02.booster'] });
    expect(sessionRuleValues(changedSessionRules(rules))).toEqual(rules);
  });
});
