import { ruleValues } from '../../rules';
import { aContext, aSession, said } from '../../session-check/example-session';
import type { ToxinProduct } from '../../units';
import { childWeightFindings } from './child-weight';

const RULES = ruleValues();

function found(birthDate: `${number}-${number}-${number}`, kg: number, product: ToxinProduct = 'ona') {
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

it('a product whose label gives children nothing is asked about too', () => {
  expect(said(found('2020-06-01', 255, 'rima'))).toBe('S04 confirm');
});

/** Usual at 6 years are about 20.6 kg: 10.3 to 51.5 kg are not asked about. */
it.each`
  kg      | meant        | why
  ${515}  | ${'51.5 kg'} | ${'the most that is not asked about'}
  ${516}  | ${undefined} | ${'51.6 kg would be asked about too'}
  ${103}  | ${'10.3 kg'} | ${'the least that is not asked about'}
  ${102}  | ${undefined} | ${'10.2 kg would be asked about too'}
  ${2.06} | ${'20.6 kg'} | ${'the point stands one place too far to the left'}
  ${1.02} | ${undefined} | ${'10.2 kg would be asked about too'}
`('$kg kg at 6 years: $meant was meant, $why', ({ kg, meant }) => {
  expect(found('2020-06-01', kg)[0]!.message).toBe(
    `A weight of ${kg} kg (2026-11-20) at 6 years, where about 20.6 kg are usual: the limits of this session rest on it. ${meant ? `Was ${meant} meant? ` : ''}Correct the weight, or confirm it with a reason.`,
  );
});

it('a clinic that counts 18-year-olds as children asks nothing of an age without a usual weight', () => {
  const context = aContext({ birthDate: '2008-11-22', weight: { kg: 255, measuredOn: '2026-11-20' } });
  expect(childWeightFindings(aSession(), context, { ...RULES, 'S10.adult': 21 })).toEqual([]);
});
