import type { TreatedSession } from '../../treated-session';
import { doseOf } from '../../units';
import { backwards, playedCourse } from './backwards';

const dose = doseOf('ona', 100);

/** Cycles of 91 and 105 days; the last is as long as the others in the middle, 98 days. */
const SESSIONS: readonly TreatedSession[] = [
  {
    sessionId: 'a',
    performedOn: '2026-01-05',
    dose,
    response: {
      woreOffOn: '2026-03-30',
      improvementPct: 70,
      measurements: [
        { scale: 'twstrs_total', phase: 'untreated', value: 45, measuredOn: '2026-01-05' },
        { scale: 'twstrs_total', phase: 'peak', value: 20, measuredOn: '2026-02-09' },
      ],
    },
  },
  { sessionId: 'b', performedOn: '2026-04-06', dose, response: { stillEffectiveOn: '2026-07-20' } },
  { sessionId: 'c', performedOn: '2026-07-20', dose },
];
const COURSE = { indication: 'cervical_dystonia', sessions: SESSIONS } as const;

it.each`
  response                              | endsOn          | why
  ${undefined}                          | ${'2026-10-26'} | ${'98 days, as its cycles are in the middle'}
  ${{ woreOffOn: '2026-10-01' }}        | ${'2026-10-26'} | ${'it wore off before that'}
  ${{ stillEffectiveOn: '2026-12-07' }} | ${'2026-12-07'} | ${'it still worked later than that'}
`('the last cycle ends on $endsOn: $why', ({ response, endsOn }) => {
  const sessions = [
    ...SESSIONS.slice(0, 2),
    { ...SESSIONS[2]!, response: response as TreatedSession['response'] },
  ];
  expect(playedCourse({ ...COURSE, sessions })?.endsOn).toBe(endsOn);
});

it.each`
  sessions             | endsOn          | why
  ${[]}                | ${undefined}    | ${'nothing given'}
  ${SESSIONS.slice(2)} | ${'2026-10-12'} | ${'a single cycle: 84 days'}
`('a course of $why ends on $endsOn', ({ sessions, endsOn }) => {
  expect(playedCourse({ ...COURSE, sessions: sessions as TreatedSession[] })?.endsOn).toBe(endsOn);
});

it('turns the order of the cycles round and keeps each as long and with what it gave', () => {
  const played = backwards(playedCourse(COURSE)!);
  expect(played.endsOn).toBe('2026-10-26');
  expect(played.sessions).toEqual([
    {
      sessionId: 'c',
      performedOn: '2026-01-05',
      dose,
      response: {
        measurements: [{ scale: 'twstrs_total', phase: 'untreated', value: 45, measuredOn: '2026-01-05' }],
      },
    },
    expect.objectContaining({
      sessionId: 'b',
      performedOn: '2026-04-13',
      response: expect.objectContaining({ stillEffectiveOn: '2026-07-27' }),
    }),
    expect.objectContaining({
      sessionId: 'a',
      performedOn: '2026-07-27',
      response: expect.objectContaining({
        woreOffOn: '2026-10-19',
        improvementPct: 70,
        measurements: [{ scale: 'twstrs_total', phase: 'peak', value: 20, measuredOn: '2026-08-31' }],
      }),
    }),
  ]);
});

it('played backwards twice, every session is where it was', () => {
  const there = backwards(backwards(playedCourse(COURSE)!));
  expect(there.sessions.map(({ sessionId, performedOn }) => [sessionId, performedOn])).toEqual(
    SESSIONS.map(({ sessionId, performedOn }) => [sessionId, performedOn]),
  );
});
