import { isSettableRule, RULE_ROWS, ruleRow, ruleValues } from './rules';

const RULES = ruleValues();

it('has no id twice, and every row a source, a text and a number above zero', () => {
  expect(new Set(RULE_ROWS.map(({ id }) => id)).size).toBe(RULE_ROWS.length);
  for (const row of RULE_ROWS) {
    expect(row).toMatchObject({
      source: expect.stringMatching(/^(?:[VD]:[A-Z]|[MP](?:;|$))/),
      text: expect.stringMatching(/\w/),
    });
    expect(row.value).toBeGreaterThan(0);
    expect(row.source.startsWith(row.tag)).toBe(true);
  }
});

it('says no number that a clinic may set another way: it stands in the value alone', () => {
  const told = RULE_ROWS.filter(
    ({ id, text }) => isSettableRule(id) && /\d+(?:\.\d+)? ?(?:%|U|days?|weeks?|hours?|years?)/.test(text),
  );
  expect(told).toEqual([]);
});

it.each`
  id                     | settable | why
  ${'S03.ona.adult.cap'} | ${false} | ${'verified'}
  ${'S03.window'}        | ${true}  | ${'proposed'}
  ${'S11.rima.hours'}    | ${true}  | ${'from memory'}
  ${'S99.none'}          | ${false} | ${'no rule'}
  ${'toString'}          | ${false} | ${'no rule'}
`('a clinic may set $id ($why): $settable', ({ id, settable }) => {
  expect(isSettableRule(id)).toBe(settable);
});

it('gives each rule’s row and its default by its id', () => {
  expect(Object.keys(RULES)).toHaveLength(RULE_ROWS.length);
  for (const row of RULE_ROWS) {
    expect(ruleRow(row.id)).toBe(row);
    expect(RULES[row.id]).toBe(row.value);
  }
});

it('puts a clinic’s number in place of a default', () => {
  expect(ruleValues({ 'S03.window': 92 })).toEqual({ ...RULES, 'S03.window': 92 });
});

it.each`
  overrides                       | says                                                          | why
  ${{ 'S03.ona.adult.cap': 500 }} | ${'S03.ona.adult.cap is a verified number and cannot be set'} | ${'a verified number'}
  ${{ 'S99.none': 1 }}            | ${'No such rule: S99.none'}                                   | ${'no such rule'}
  ${{ 'S03.window': 0 }}          | ${'S03.window takes a number above 0'}                        | ${'zero'}
  ${{ 'S03.window': -84 }}        | ${'S03.window takes a number above 0'}                        | ${'below zero'}
  ${{ 'S03.window': NaN }}        | ${'S03.window takes a number above 0'}                        | ${'not a number'}
  ${{ 'S03.window': Infinity }}   | ${'S03.window takes a number above 0'}                        | ${'no end'}
`('refuses $overrides: $why', ({ overrides, says }) => {
  expect(() => ruleValues(overrides)).toThrow(new RangeError(says as string));
});
