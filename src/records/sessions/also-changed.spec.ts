import { alsoChanged } from './also-changed';

const nothing = {
  snoozedUntilOn: null,
  lastContactOutcome: null,
  basis: null,
  dueOn: null,
  earliestOn: null,
};
const on = '2026-08-10';

it.each`
  before                                        | after                                         | attended | says                          | why
  ${{}}                                         | ${{}}                                         | ${0}     | ${[]}                         | ${'nothing was arranged'}
  ${{}}                                         | ${{}}                                         | ${1}     | ${['appointment']}            | ${'booked for that day'}
  ${{ snoozedUntilOn: '2027-06-01' }}           | ${{}}                                         | ${0}     | ${['Call later']}             | ${'a snooze ends'}
  ${{ snoozedUntilOn: '2027-06-01' }}           | ${{ snoozedUntilOn: '2027-06-01' }}           | ${0}     | ${[]}                         | ${'a late entry: the call was after it'}
  ${{ lastContactOutcome: 'declined' }}         | ${{}}                                         | ${0}     | ${['refusal']}                | ${'a refusal ends'}
  ${{ lastContactOutcome: 'declined' }}         | ${{ lastContactOutcome: 'declined' }}         | ${0}     | ${[]}                         | ${'a refusal after it stays'}
  ${{ lastContactOutcome: 'agreed' }}           | ${{}}                                         | ${0}     | ${[]}                         | ${'nothing to say of an agreement'}
  ${{ basis: 'override', dueOn: '2026-08-10' }} | ${{ basis: 'usual-interval' }}                | ${0}     | ${['due day 2026-08-10 set']} | ${'the override is spent'}
  ${{ basis: 'override', dueOn: '2026-08-10' }} | ${{ basis: 'override', dueOn: '2026-08-10' }} | ${0}     | ${[]}                         | ${'an earlier session spends none'}
`('$why', ({ before, after, attended, says }) => {
  const words = alsoChanged(
    { ...nothing, ...before },
    { ...nothing, earliestOn: null, ...after },
    { attended, openAgainOn: [], tooEarlyOn: [], performedOn: on },
  );
  expect(words).toEqual(says.map((part: string) => expect.stringContaining(part)));
});

it.each`
  performedOn     | attended | says                                   | why
  ${null}         | ${0}     | ${['2026-08-10 is open again']}        | ${'void: no snooze has ended with it'}
  ${'2026-08-11'} | ${1}     | ${['open again', '2026-08-11 counts']} | ${'moved to the day of another appointment'}
`('$why', ({ performedOn, attended, says }) => {
  const snoozed = { ...nothing, snoozedUntilOn: '2027-06-01' } as const;
  const after = { ...(performedOn === null ? nothing : snoozed), earliestOn: null };
  const words = alsoChanged(snoozed, after, {
    attended,
    openAgainOn: ['2026-08-10'],
    tooEarlyOn: [],
    performedOn,
  });
  expect(words).toEqual(says.map((part: string) => expect.stringContaining(part)));
});

it('names each booking that the session has made too early, and none of one that is void', () => {
  const after = { ...nothing, earliestOn: '2026-11-02' } as const;
  const words = (performedOn: typeof on | null) =>
    alsoChanged(nothing, after, {
      attended: 0,
      openAgainOn: [],
      tooEarlyOn: performedOn ? ['2026-08-17', '2026-11-01'] : [],
      performedOn,
    });
  expect(words(on)).toEqual([
    expect.stringMatching(/^The appointment of 2026-08-17 is still booked, before 2026-11-02, /),
    expect.stringMatching(/^The appointment of 2026-11-01 is still booked, .*: cancel it unless/),
  ]);
  expect(words(null)).toEqual([]);
});

it('says of a booking that is open again no more than that', () => {
  const told = { attended: 0, openAgainOn: [on], tooEarlyOn: [on], performedOn: '2026-08-09' } as const;
  const words = alsoChanged(nothing, { ...nothing, earliestOn: '2026-11-01' }, told);
  expect(words).toEqual([expect.stringContaining('2026-08-10 is open again')]);
});
