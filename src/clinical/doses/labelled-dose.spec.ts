import { checkSession } from '../session-check/session-check';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { ruleValues } from '../rules';

/** Both parotids and both submandibular glands, in all so many units, shared as the label of each product has it. */
function glands(units: number, product: 'ona' | 'inco' | 'rima' = 'inco') {
  const submandibular = product === 'rima' ? 500 : units * 0.4;
  return [
    { muscle: 'parotid', side: 'bilateral', units: units - submandibular },
    { muscle: 'submandibular_gland', side: 'bilateral', units: submandibular },
  ] as const;
}

it.each`
  product   | units    | said             | why
  ${'inco'} | ${100}   | ${''}            | ${'the label’s dose'}
  ${'inco'} | ${100.5} | ${'S06 confirm'} | ${'more than the label gives'}
  ${'rima'} | ${1500}  | ${''}            | ${'the least of the label'}
  ${'rima'} | ${3500}  | ${''}            | ${'the most of the label'}
  ${'rima'} | ${3600}  | ${'S07 confirm'} | ${'more than the label gives'}
`('an adult’s glands, $units U $product: “$said” ($why)', ({ product, units, said: expected }) => {
  const context = aContext({ indication: 'sialorrhea', diagnosisCode: 'K11.7' });
  const session = aSession({ product, injections: glands(units, product) });
  expect(said(checkSession(session, context, ruleValues()))).toBe(expected);
});

it.each`
  kg      | units  | said             | why
  ${11.9} | ${20}  | ${'S10 confirm'} | ${'lighter than the label’s lightest'}
  ${12}   | ${20}  | ${''}            | ${'from 12 kg'}
  ${12}   | ${21}  | ${'S06 confirm'} | ${'more than its step'}
  ${14.9} | ${20}  | ${''}            | ${'still the first step'}
  ${14.9} | ${30}  | ${'S06 confirm'} | ${'the second step is from 15 kg'}
  ${15}   | ${30}  | ${''}            | ${'the second step'}
  ${19}   | ${40}  | ${''}            | ${'the third'}
  ${23}   | ${50}  | ${''}            | ${'the fourth'}
  ${27}   | ${60}  | ${''}            | ${'the fifth'}
  ${29.9} | ${75}  | ${'S06 confirm'} | ${'the last step is from 30 kg'}
  ${30}   | ${75}  | ${''}            | ${'the last step'}
  ${50}   | ${100} | ${'S06 confirm'} | ${'an adult’s dose in a heavy child'}
`('a child of $kg kg, $units U Xeomin: “$said” ($why)', ({ kg, units, said: expected }) => {
  const context = aContext({
    indication: 'sialorrhea',
    birthDate: '2020-01-15',
    weight: { kg, measuredOn: '2026-11-20' },
  });
  const session = aSession({ product: 'inco', injections: glands(units) });
  expect(said(checkSession(session, context, ruleValues()))).toBe(expected);
});

it.each`
  born            | said             | why
  ${'2024-11-22'} | ${''}            | ${'on the second birthday'}
  ${'2024-11-23'} | ${'S10 confirm'} | ${'a day short of two years'}
`('Xeomin in the glands of a child born $born: “$said” ($why)', ({ born, said: expected }) => {
  const context = aContext({
    indication: 'sialorrhea',
    birthDate: born,
    weight: { kg: 13, measuredOn: '2026-11-20' },
  });
  const session = aSession({ product: 'inco', injections: glands(20) });
  expect(said(checkSession(session, context, ruleValues()))).toBe(expected);
});

it.each`
  product   | before          | said             | why
  ${'inco'} | ${'2026-08-02'} | ${''}            | ${'16 weeks apart'}
  ${'inco'} | ${'2026-08-03'} | ${'S02 confirm'} | ${'a day short of 16 weeks'}
  ${'rima'} | ${'2026-08-30'} | ${''}            | ${'12 weeks apart'}
  ${'rima'} | ${'2026-08-31'} | ${'S02 confirm'} | ${'a day short of 12 weeks'}
`('$product in the glands again after $before: “$said” ($why)', ({ product, before, said: expected }) => {
  const earlier = aDose({
    product,
    sameCourse: true,
    indication: 'sialorrhea',
    performedOn: before,
    units: 90,
  });
  const context = aContext({ indication: 'sialorrhea', earlierDoses: [earlier] });
  const units = product === 'inco' ? 100 : 2500;
  const session = aSession({ product, injections: glands(units) });
  expect(said(checkSession(session, context, ruleValues()))).toBe(expected);
});

it('says what the label gives and how much less that is', () => {
  const context = aContext({
    indication: 'sialorrhea',
    birthDate: '2020-01-15',
    weight: { kg: 18, measuredOn: '2026-11-20' },
  });
  const session = aSession({ product: 'inco', injections: glands(40) });
  expect(checkSession(session, context, ruleValues()).map(({ message }) => message)).toEqual([
    '40 U Xeomin for sialorrhea in this session: the limit is 30 U Xeomin (at 18 kg). Lower it by at least 10 U Xeomin, or give the reason for going on.',
  ]);
});

it('says from which weight on the label gives a dose', () => {
  const context = aContext({
    indication: 'sialorrhea',
    birthDate: '2020-01-15',
    weight: { kg: 11.9, measuredOn: '2026-11-20' },
  });
  const session = aSession({ product: 'inco', injections: glands(20) });
  expect(checkSession(session, context, ruleValues())).toEqual([
    expect.objectContaining({
      pointer: '/product',
      message:
        'The child weighs 11.9 kg; Xeomin for chronic sialorrhea is labelled from 12 kg. Give the reason to go on.',
    }),
  ]);
});

it('a light adult is held to the adult’s dose', () => {
  const context = aContext({ indication: 'sialorrhea', weight: { kg: 28, measuredOn: '2026-11-20' } });
  const session = aSession({ product: 'inco', injections: glands(100) });
  expect(said(checkSession(session, context, ruleValues()))).toBe('');
});

it.each`
  product   | units   | kg           | says             | why
  ${'ona'}  | ${60}   | ${20}        | ${'S10 note'}    | ${'its label names no dose of the glands'}
  ${'rima'} | ${2500} | ${20}        | ${'S10 confirm'} | ${'its label names no child; the dose of adults is held'}
  ${'inco'} | ${75}   | ${undefined} | ${'S06 stop'}    | ${'no weight: no step of the label, and no limit by weight'}
`('a child’s glands, $units U $product at $kg kg: “$says” ($why)', (given) => {
  const { product, units, kg, says } = given;
  const context = aContext({
    indication: 'sialorrhea',
    birthDate: '2020-01-15',
    weight: kg ? { kg, measuredOn: '2026-11-20' } : null,
  });
  const session = aSession({ product, injections: glands(units, product) });
  expect(said(checkSession(session, context, ruleValues()))).toBe(says);
});
