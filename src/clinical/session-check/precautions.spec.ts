import { aContext, aSession, said } from './example-session';
import { PRECAUTION_CODES, precautionFindings, precautionOf } from './precautions';
import { ruleValues } from '../rules';

const RULES = ruleValues();

it.each`
  precaution                       | product   | says
  ${'pregnant'}                    | ${'ona'}  | ${'S13 confirm'}
  ${'breast_feeding'}              | ${'ona'}  | ${'S13 confirm'}
  ${'cannot_become_pregnant'}      | ${'ona'}  | ${''}
  ${'aminoglycoside'}              | ${'ona'}  | ${'S14 confirm'}
  ${'neuromuscular_blocker'}       | ${'ona'}  | ${'S14 confirm'}
  ${'magnesium_infusion'}          | ${'daxi'} | ${'S14 confirm'}
  ${'myasthenia_gravis'}           | ${'ona'}  | ${'S15 confirm'}
  ${'lambert_eaton'}               | ${'ona'}  | ${'S15 confirm'}
  ${'als'}                         | ${'ona'}  | ${'S15 confirm'}
  ${'other_neuromuscular_disease'} | ${'ona'}  | ${'S15 confirm'}
  ${'dysphagia'}                   | ${'rima'} | ${'S15 confirm'}
  ${'respiratory_compromise'}      | ${'ona'}  | ${'S15 confirm'}
  ${'milk_protein_allergy'}        | ${'abo'}  | ${'S16 stop'}
  ${'milk_protein_allergy'}        | ${'ona'}  | ${''}
  ${'toxin_hypersensitivity'}      | ${'inco'} | ${'S16 stop'}
  ${'infection_at_site'}           | ${'ona'}  | ${'S16 stop'}
  ${'anticoagulant'}               | ${'ona'}  | ${'S17 note'}
  ${'inr_above_3'}                 | ${'ona'}  | ${'S17 confirm'}
  ${'left-handed'}                 | ${'ona'}  | ${''}
`('$precaution with $product → $says', ({ precaution, product, says }) => {
  const context = aContext({ precautions: [precaution] });
  expect(said(precautionFindings(aSession({ product }), context, RULES))).toBe(says);
});

it.each`
  sex         | birthDate       | precautions                   | says             | why
  ${'female'} | ${'2014-11-22'} | ${[]}                         | ${'S13 note'}    | ${'12 today'}
  ${'female'} | ${'2014-11-23'} | ${[]}                         | ${''}            | ${'12 tomorrow'}
  ${'female'} | ${'1976-11-22'} | ${[]}                         | ${'S13 note'}    | ${'50 today'}
  ${'female'} | ${'1975-11-23'} | ${[]}                         | ${'S13 note'}    | ${'51 tomorrow'}
  ${'female'} | ${'1975-11-22'} | ${[]}                         | ${''}            | ${'51 today'}
  ${'female'} | ${'1990-01-01'} | ${['cannot_become_pregnant']} | ${''}            | ${'answered'}
  ${'female'} | ${'1990-01-01'} | ${['pregnant']}               | ${'S13 confirm'} | ${'said once'}
  ${'male'}   | ${'1990-01-01'} | ${[]}                         | ${''}            | ${'a man'}
  ${null}     | ${'1990-01-01'} | ${[]}                         | ${''}            | ${'sex not recorded'}
`('pregnancy not recorded, $sex, $why → $says', ({ sex, birthDate, precautions, says }) => {
  expect(said(precautionFindings(aSession(), aContext({ sex, birthDate, precautions }), RULES))).toBe(says);
});

it('says a precaution once, however often and under whatever name it is recorded', () => {
  const context = aContext({ precautions: ['pregnancy', 'pregnant', 'Pregnant'] });
  expect(said(precautionFindings(aSession(), context, RULES))).toBe('S13 confirm');
});

it.each`
  words                           | code
  ${'Cow’s milk protein allergy'} | ${'milk_protein_allergy'}
  ${' Myasthenia Gravis '}        | ${'myasthenia_gravis'}
  ${'LEMS'}                       | ${'lambert_eaton'}
  ${'breastfeeding'}              | ${'breast_feeding'}
  ${'gout'}                       | ${undefined}
`('“$words” means $code', ({ words, code }) => {
  expect(precautionOf(words)).toBe(code);
});

it('knows each code by itself', () => {
  expect(PRECAUTION_CODES.map(precautionOf)).toEqual(PRECAUTION_CODES);
});
