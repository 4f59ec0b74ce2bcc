import { ruleValues } from '../rules';
import { shouldAskWearOff } from './ask-wear-off';

const RULES = ruleValues();

it.each`
  sessions | withScale | withLength | told     | why
  ${200}   | ${20}     | ${0}       | ${true}  | ${'scales are its habit, no length is known'}
  ${200}   | ${19}     | ${0}       | ${false} | ${'too few scales to call it a habit'}
  ${200}   | ${150}    | ${20}      | ${true}  | ${'a length in one of ten'}
  ${200}   | ${150}    | ${21}      | ${false} | ${'in more: it asks'}
  ${0}     | ${0}      | ${0}       | ${false} | ${'nothing was given'}
`('$withScale scales and $withLength lengths in $sessions sessions: $told ($why)', ({ told, ...year }) => {
  expect(shouldAskWearOff(year, RULES)).toBe(told);
});

it('follows what the clinic sets', () => {
  const year = { sessions: 200, withScale: 150, withLength: 40 };
  expect(shouldAskWearOff(year, ruleValues({ 'S22.note.lengths': 20 }))).toBe(true);
  expect(shouldAskWearOff({ ...year, withLength: 0 }, ruleValues({ 'S22.note.scales': 151 }))).toBe(false);
});
