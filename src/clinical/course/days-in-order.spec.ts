import { bornAfter, diedBefore, passedByMove, type DatedFact } from './days-in-order';

const nothing = { followed: [], courseStartedOn: null, courseEndedOn: null, deceasedOn: null };
const followed: DatedFact[] = [{ what: 'The onset of its effect', on: '2026-05-10' }];

it.each`
  from            | to              | around                                                       | passed                   | why
  ${'2026-05-04'} | ${'2026-05-09'} | ${{ followed }}                                              | ${''}                    | ${'the day before what followed'}
  ${'2026-05-04'} | ${'2026-05-10'} | ${{ followed }}                                              | ${''}                    | ${'its day'}
  ${'2026-05-04'} | ${'2026-05-11'} | ${{ followed }}                                              | ${'past-what-followed'}  | ${'the day after'}
  ${'2026-05-10'} | ${'2026-05-11'} | ${{ followed }}                                              | ${'past-what-followed'}  | ${'from its day to the day after'}
  ${'2026-05-11'} | ${'2026-05-12'} | ${{ followed }}                                              | ${''}                    | ${'in the wrong order before: the move changes nothing'}
  ${'2026-05-11'} | ${'2026-05-04'} | ${{ followed }}                                              | ${''}                    | ${'back into order'}
  ${'2026-05-04'} | ${'2026-06-01'} | ${{ courseEndedOn: '2026-06-01' }}                           | ${''}                    | ${'the day of the end'}
  ${'2026-05-04'} | ${'2026-06-02'} | ${{ courseEndedOn: '2026-06-01' }}                           | ${'past-end'}            | ${'the day after the end'}
  ${'2026-06-02'} | ${'2026-06-03'} | ${{ courseEndedOn: '2026-06-01' }}                           | ${''}                    | ${'after the end already'}
  ${'2026-05-04'} | ${'2026-05-01'} | ${{ courseStartedOn: '2026-05-01' }}                         | ${''}                    | ${'the day of the start'}
  ${'2026-05-04'} | ${'2026-04-30'} | ${{ courseStartedOn: '2026-05-01' }}                         | ${'before-start'}        | ${'the day before the start'}
  ${'2026-05-01'} | ${'2026-04-30'} | ${{ courseStartedOn: '2026-05-01' }}                         | ${'before-start'}        | ${'from the start to the day before'}
  ${'2026-04-30'} | ${'2026-04-29'} | ${{ courseStartedOn: '2026-05-01' }}                         | ${''}                    | ${'before the start already'}
  ${'2026-05-04'} | ${'2026-06-01'} | ${{ deceasedOn: '2026-06-01' }}                              | ${''}                    | ${'the day of death'}
  ${'2026-05-04'} | ${'2026-06-02'} | ${{ deceasedOn: '2026-06-01' }}                              | ${'past-death'}          | ${'the day after death'}
  ${'2026-05-04'} | ${'2026-06-02'} | ${{ courseEndedOn: '2026-06-01', deceasedOn: '2026-06-01' }} | ${'past-end past-death'} | ${'both are told'}
`('from $from to $to passes $passed: $why', ({ from, to, around, passed }) => {
  const codes = passedByMove(from, to, { ...nothing, ...around }).map(({ code }) => code);
  expect(codes.join(' ')).toBe(passed);
});

it('says what is in the way and what to do', () => {
  expect(passedByMove('2026-05-04', '2026-05-11', { ...nothing, followed })).toEqual([
    {
      code: 'past-what-followed',
      message:
        'The onset of its effect is on record for 2026-05-10, before 2026-05-11. Correct that day first, or take another day for the session.',
    },
  ]);
});

const facts = [
  { what: 'A contact', on: '2026-06-02' },
  { what: 'A session', on: '2026-05-04' },
  { what: 'The end of an effect', on: '2026-08-03' },
  { what: 'A measurement', on: '2026-06-01' },
  { what: 'A call', on: '2026-05-04' },
] as const;

it.each`
  birthDate       | says                                       | why
  ${'2026-05-03'} | ${undefined}                               | ${'before everything'}
  ${'2026-05-04'} | ${undefined}                               | ${'on the day of the first'}
  ${'2026-05-05'} | ${'A session is on record for 2026-05-04'} | ${'a day after the first'}
  ${'2026-09-01'} | ${'A session is on record for 2026-05-04'} | ${'after all: the first is named'}
`('born on $birthDate: $why', ({ birthDate, says }) => {
  expect(bornAfter(birthDate, facts)?.split(',')[0]).toBe(says);
});

it.each`
  deceasedOn      | says                                                  | why
  ${'2026-08-04'} | ${undefined}                                          | ${'after everything'}
  ${'2026-08-03'} | ${undefined}                                          | ${'on the day of the last'}
  ${'2026-08-02'} | ${'The end of an effect is on record for 2026-08-03'} | ${'a day before the last'}
  ${'2026-05-01'} | ${'The end of an effect is on record for 2026-08-03'} | ${'before all: the last is named'}
`('died on $deceasedOn: $why', ({ deceasedOn, says }) => {
  expect(diedBefore(deceasedOn, facts)?.split(',')[0]).toBe(says);
});
