import { triedLines } from './tried-before';

const given = (performedOn: string, product: string, improvementPct?: number) => ({
  performedOn,
  product,
  totalUnits: 100,
  response: improvementPct === undefined ? undefined : { improvementPct },
});
const elsewhere = (more: object) => [
  { givenOn: '2025-01-07', product: null, brand: null, units: null, givenBy: null, ...more },
];

it.each`
  treatments                                                            | doses                                        | lines
  ${[]}                                                                 | ${[]}                                        | ${[]}
  ${[given('2026-05-04', 'ona', 60)]}                                   | ${[]}                                        | ${[]}
  ${[given('2026-02-02', 'inco', 20), given('2026-05-04', 'inco', 30)]} | ${[]}                                        | ${['Xeomin (incobotulinumtoxinA): 2 sessions, 2 Feb 2026 to 4 May 2026, at best 30 % improvement.']}
  ${[given('2026-02-02', 'inco'), given('2026-05-04', 'ona', 60)]}      | ${[]}                                        | ${['Xeomin (incobotulinumtoxinA): 1 session, 2 Feb 2026 to 2 Feb 2026.']}
  ${[]}                                                                 | ${elsewhere({ product: 'abo', units: 500 })} | ${['500 U Dysport on 7 Jan 2025, given elsewhere.']}
  ${[]}                                                                 | ${elsewhere({ brand: 'Nabota', units: 50 })} | ${['50 U Nabota on 7 Jan 2025, given elsewhere.']}
  ${[]}                                                                 | ${elsewhere({ givenBy: 'Dr. Lee' })}         | ${['Botulinum toxin on 7 Jan 2025, given by Dr. Lee.']}
`('before Botox $lines', ({ treatments, doses, lines }) => {
  expect(
    triedLines({ course: { plannedProduct: 'ona' }, treatments, elsewhere: doses, triedBefore: null }),
  ).toEqual(lines);
});

it.each`
  text                                      | lines                                  | why
  ${null}                                   | ${[]}                                  | ${'nothing written'}
  ${'Trihexyphenidyl 2024, no effect'}      | ${['Trihexyphenidyl 2024, no effect']} | ${'one line'}
  ${'Baclofen 2023\r\n\n  Exercises 2024 '} | ${['Baclofen 2023', 'Exercises 2024']} | ${'a line each, without blanks and blank lines'}
`('what is written of the time before stands first: $why', ({ text, lines }) => {
  const treatments = [given('2026-02-02', 'inco')];
  const tried = { course: { plannedProduct: 'ona' }, treatments, elsewhere: [], triedBefore: text } as const;
  expect(triedLines(tried as Parameters<typeof triedLines>[0])).toEqual([
    ...lines,
    'Xeomin (incobotulinumtoxinA): 1 session, 2 Feb 2026 to 2 Feb 2026.',
  ]);
});
