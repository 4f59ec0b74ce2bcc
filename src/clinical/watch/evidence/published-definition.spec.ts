import { meetsPublishedDefinition, type OutcomeOfSession } from './published-definition';

/** A letter a session: `r` responded, `b` between, `f` failed, `-` without a reading; `R`, `B`, `F` at a reduced dose. */
function outcomes(line: string): OutcomeOfSession[] {
  const of = { r: 'responded', b: 'between', f: 'failed' } as const;
  return [...line].map((letter) => {
    const outcome = of[letter.toLowerCase() as keyof typeof of] as (typeof of)['r'] | undefined;
    return {
      ...(outcome && { outcome: { by: 'rating', outcome } }),
      doseReduced: letter !== letter.toLowerCase(),
    };
  });
}

it.each`
  line         | met      | why
  ${''}        | ${false} | ${'nothing given'}
  ${'rr'}      | ${false} | ${'good'}
  ${'rrf'}     | ${false} | ${'one failure'}
  ${'rrff'}    | ${true}  | ${'two after two good ones'}
  ${'rrfff'}   | ${true}  | ${'three'}
  ${'rff'}     | ${false} | ${'good once only'}
  ${'rfrff'}   | ${false} | ${'good twice, never in a row'}
  ${'rbrff'}   | ${false} | ${'neither over one in between'}
  ${'rrffr'}   | ${false} | ${'the last one was good'}
  ${'rrffb'}   | ${false} | ${'the last one was in between'}
  ${'rrfbf'}   | ${false} | ${'failed twice, not in a row'}
  ${'ffrr'}    | ${false} | ${'failed before it was good'}
  ${'rrfrrff'} | ${true}  | ${'good again, then two failures'}
  ${'r-r-f-f'} | ${true}  | ${'a session without a reading is passed over'}
  ${'rrFf'}    | ${false} | ${'a failure at a reduced dose is passed over'}
  ${'rrFF'}    | ${false} | ${'two'}
  ${'rrfFf'}   | ${true}  | ${'between two at the full dose'}
  ${'RRff'}    | ${true}  | ${'good at a reduced dose is good'}
  ${'rrfBf'}   | ${false} | ${'what is in between at a reduced dose counts'}
`('$line → $met: $why', ({ line, met }) => {
  expect(meetsPublishedDefinition(outcomes(line as string))).toBe(met);
});
