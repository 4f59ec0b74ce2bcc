import { RULE_ROWS } from '../../../clinical/rules';
import { RULE_GROUPS, ruleGroup } from './rule-groups';

it.each`
  id                               | group
  ${'S01.usual.default'}           | ${'Intervals'}
  ${'S02.continuation'}            | ${'Intervals'}
  ${'S05.abo.child.upper.minimum'} | ${'Intervals'}
  ${'S03.ona.adult.cap'}           | ${'Limits over weeks and over several courses'}
  ${'S08.daxi.window.cap'}         | ${'Limits over weeks and over several courses'}
  ${'S08.daxi.cap'}                | ${'Doses of one session'}
  ${'S04.ona.child.cap'}           | ${'Doses of one session'}
  ${'S04.weight.age'}              | ${'The patient: age, weight, pregnancy, precautions'}
  ${'S24.ona.site.cap'}            | ${'Doses of one session'}
  ${'S24.abo.site.volume'}         | ${'Vials, dilution and volume'}
  ${'S24.ona.strength.least'}      | ${'Vials, dilution and volume'}
  ${'S22.contact.from'}            | ${'After the session'}
  ${'R.review.weight'}             | ${'Is the response diminishing?'}
  ${'R.checklist.known'}           | ${'The checklist of a flag'}
  ${'R.alarm-budget'}              | ${'What the clinic learns from its own courses'}
  ${'effect-window.due'}           | ${'How long the effect lasts'}
  ${'payer.lead'}                  | ${'Authorizations'}
`('$id: $group', ({ id, group }: { id: string; group: string }) => {
  expect(ruleGroup(id)).toBe(group);
});

it('puts every threshold under a heading, and has no heading without one', () => {
  expect(new Set(RULE_ROWS.map(({ id }) => ruleGroup(id)))).toEqual(new Set(RULE_GROUPS));
});

it('knows no heading for what is no threshold', () => {
  expect(() => ruleGroup('X.unknown')).toThrow('No group for the rule X.unknown');
});
