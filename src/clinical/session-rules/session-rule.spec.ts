import { sessionRule, sourceText } from './session-rule';
import { SESSION_RULES } from './session-rules';

it('finds each rule by its id', () => {
  for (const row of SESSION_RULES) expect(sessionRule(row.id)).toBe(row);
});

it('says under a message what the rule is and where it comes from', () => {
  const { text, source } = sessionRule('S02.booster');
  expect(sourceText('S02.booster')).toBe(`${text} (${source})`);
});
