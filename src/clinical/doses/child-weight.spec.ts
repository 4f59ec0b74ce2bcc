import { ruleValues } from '../rules';
import { aContext, aSession, said } from '../session-check/example-session';
import { childWeightFindings } from './child-weight';

const RULES = ruleValues();

function found(birthDate: `${number}-${number}-${number}`, kg: number, product: 'ona' | 'abo' = 'ona') {
  const context = aContext({ birthDate, weight: { kg, measuredOn: '2026-11-20' } });
  return childWeightFindings(aSession({ product }), context, RULES);
}

it.each`
  birthDate       | kg      | says             | why
  ${'2020-06-01'} | ${20.6} | ${''}            | ${'as half of the children of 6'}
  ${'2020-06-01'} | ${51.5} | ${''}            | ${'two and a half times'}
  ${'2020-06-01'} | ${51.6} | ${'S04 confirm'} | ${'more'}
  ${'2020-06-01'} | ${10.3} | ${''}            | ${'half'}
  ${'2020-06-01'} | ${10.2} | ${'S04 confirm'} | ${'less'}
  ${'2020-06-01'} | ${255}  | ${'S04 confirm'} | ${'25.5 without its point'}
  ${'2020-06-01'} | ${2.55} | ${'S04 confirm'} | ${'the point is a place too far'}
  ${'2026-01-01'} | ${7.5}  | ${''}            | ${'a baby'}
  ${'2008-11-23'} | ${120}  | ${''}            | ${'17 years'}
  ${'2008-11-22'} | ${255}  | ${''}            | ${'18: no limit goes by weight'}
`('born $birthDate, $kg kg: $why → $says', ({ birthDate, kg, says }) => {
  expect(said(found(birthDate, kg))).toBe(says);
});

it('says what was likely meant, by the product’s own code', () => {
  expect(found('2020-06-01', 255, 'abo')).toMatchObject([
    {
      code: 'S05',
      message:
        'A weight of 255 kg (2026-11-20) at 6 years, where about 20.6 kg are usual: the limits of this session rest on it. Was 25.5 kg meant? Correct the weight, or confirm it with a reason.',
    },
  ]);
});

it('no weight, nothing to doubt', () => {
  expect(childWeightFindings(aSession(), aContext({ birthDate: '2020-06-01' }), RULES)).toEqual([]);
});
