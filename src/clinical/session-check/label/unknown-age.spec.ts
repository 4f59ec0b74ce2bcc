import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import { ruleValues } from '../../rules';
import { TOXIN_PRODUCTS } from '../../units';
import { aContext, aDose, aSession, said } from '../example-session';
import { checkSession } from '../session-check';
import { unknownAgeFindings } from './unknown-age';

const RULES = ruleValues();

it.each`
  birthDate       | saidAdult    | says                     | why
  ${null}         | ${undefined} | ${'age-unknown confirm'} | ${'nobody said how old the patient is'}
  ${null}         | ${false}     | ${'age-unknown confirm'} | ${'nor at an earlier session'}
  ${null}         | ${true}      | ${''}                    | ${'an adult before is one still'}
  ${'1976-11-22'} | ${undefined} | ${''}                    | ${'the birth date is known'}
  ${'2018-01-01'} | ${undefined} | ${''}                    | ${'of a child too: its own limits speak'}
`('$birthDate, said $saidAdult → “$says”: $why', ({ birthDate, saidAdult, says }) => {
  expect(said(unknownAgeFindings({ birthDate, saidAdult }, RULES))).toBe(says);
});

it('names the age from which adults’ limits hold', () => {
  const [{ message } = { message: '' }] = unknownAgeFindings({ birthDate: null }, RULES);
  expect(message).toContain('under 18 years others hold');
  expect(message).toContain('confirm that the patient is 18 or older');
});

it('every product has another limit or no label in children, so that each session asks', () => {
  for (const product of TOXIN_PRODUCTS) {
    const { limits, labelAge } = PRODUCT_ROWS[product];
    expect([product, limits.child !== null || labelAge.everyUse === 'S10.adult']).toEqual([product, true]);
  }
});

describe('a session of somebody whose birth date is not known', () => {
  const unknown = {
    birthDate: null,
    earlierDoses: [aDose({ performedOn: '2026-08-01', sameCourse: true, units: 155 })],
  };

  it('asks for the age alone, and for nothing once it was said', () => {
    const session = aSession({ units: 155 });
    expect(said(checkSession(session, aContext(unknown), RULES))).toBe('age-unknown confirm');
    expect(checkSession(session, aContext({ ...unknown, saidAdult: true }), RULES)).toEqual([]);
  });

  it('is held against an adult’s limits, intervals and days', () => {
    const adult = { ...unknown, birthDate: '1976-11-22' } as const;
    const same = { ...unknown, saidAdult: true };
    for (const session of [
      aSession({ units: 401 }),
      aSession({ performedOn: '2026-08-20' }),
      aSession({ product: 'rima', units: 5001 }),
    ])
      expect(checkSession(session, aContext(same), RULES)).toEqual(
        checkSession(session, aContext(adult), RULES),
      );
  });

  it('asks a woman about pregnancy, whose age does not rule it out', () => {
    const woman = { ...unknown, saidAdult: true, sex: 'female' };
    expect(said(checkSession(aSession({ units: 155 }), aContext(woman), RULES))).toBe('S13 note');
  });
});
