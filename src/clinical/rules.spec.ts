import { INDICATION_SLUGS, INDICATIONS } from './catalogue/indications';
import {
  isSettableRule,
  minimumIntervalFor,
  RULE_ROWS,
  ruleValues,
  sourceText,
  usualIntervalFor,
} from './rules';
import { addDuration } from './calendar';
import { TOXIN_PRODUCTS } from './units';

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

it('says under a message what the rule is and where it comes from', () => {
  const { text, source } = RULE_ROWS.find(({ id }) => id === 'S02.booster')!;
  expect(sourceText('S02.booster')).toBe(`${text} (${source})`);
});

it.each`
  product   | indication             | ageYears     | days   | why
  ${'ona'}  | ${'chronic_migraine'}  | ${40}        | ${84}  | ${'12 weeks'}
  ${'abo'}  | ${'spasticity_upper'}  | ${17}        | ${112} | ${'child, upper limb'}
  ${'abo'}  | ${'spasticity_upper'}  | ${18}        | ${84}  | ${'adult'}
  ${'abo'}  | ${'spasticity_upper'}  | ${19}        | ${84}  | ${'adult'}
  ${'abo'}  | ${'spasticity_upper'}  | ${undefined} | ${84}  | ${'age unknown'}
  ${'abo'}  | ${'spasticity_lower'}  | ${8}         | ${84}  | ${'child, lower limb'}
  ${'abo'}  | ${'cervical_dystonia'} | ${8}         | ${84}  | ${'child, neck'}
  ${'inco'} | ${'spasticity_upper'}  | ${8}         | ${84}  | ${'child on Xeomin'}
  ${'rima'} | ${'cervical_dystonia'} | ${60}        | ${84}  | ${'12 weeks'}
  ${'daxi'} | ${'cervical_dystonia'} | ${60}        | ${84}  | ${'12 weeks'}
`('shortest interval of $product in $indication at $ageYears ($why): $days days', (given) => {
  const { product, indication, ageYears, days } = given;
  expect(minimumIntervalFor({ product, indication, ageYears, rules: RULES })).toMatchObject({
    days,
    duration: `P${days}D`,
    source: expect.stringMatching(/^[VMP]/),
  });
});

it.each`
  product   | ageYears | days
  ${'inco'} | ${17}    | ${98}
  ${'inco'} | ${18}    | ${84}
  ${'ona'}  | ${17}    | ${84}
`(
  'a clinic’s own interval for children on Xeomin: $product at $ageYears, $days days',
  ({ product, ageYears, days }) => {
    const rules = ruleValues({ 'S02.inco.child.minimum': 98 });
    expect(minimumIntervalFor({ product, indication: 'tremor', ageYears, rules }).days).toBe(days);
  },
);

it.each`
  product   | indication                  | days   | why
  ${'ona'}  | ${'chronic_migraine'}       | ${84}  | ${'12 weeks'}
  ${'rima'} | ${'cervical_dystonia'}      | ${84}  | ${'12 weeks'}
  ${'daxi'} | ${'cervical_dystonia'}      | ${112} | ${'16-24 weeks'}
  ${'daxi'} | ${'dystonia_other'}         | ${84}  | ${'12 weeks'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${168} | ${'24 weeks'}
  ${'ona'}  | ${'hyperhidrosis_other'}    | ${112} | ${'16-24 weeks'}
  ${'ona'}  | ${'tmj_dysfunction'}        | ${84}  | ${'12-16 weeks'}
`('usual interval of $product in $indication ($why): $days days', ({ product, indication, days }) => {
  expect(usualIntervalFor({ product, indication, rules: RULES })).toMatchObject({
    days,
    duration: `P${days}D`,
  });
});

it('agrees with the catalogue on every usual interval', () => {
  for (const indication of INDICATION_SLUGS) {
    for (const product of TOXIN_PRODUCTS) {
      const { usualInterval, usualIntervalByProduct } = INDICATIONS[indication];
      const inCatalogue = addDuration('2026-11-22', usualIntervalByProduct?.[product] ?? usualInterval);
      expect(
        addDuration('2026-11-22', usualIntervalFor({ product, indication, rules: RULES }).duration),
      ).toBe(inCatalogue);
    }
  }
});
