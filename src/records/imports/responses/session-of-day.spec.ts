import { sessionOfDay, type SessionOfCourse } from './session-of-day';

const sessions = (words: readonly string[]): SessionOfCourse[] =>
  words.map(
    (day, at) => ({ id: String(at), performedOn: day.slice(0, 10), isPart: day.endsWith('+') }) as never,
  );

it.each`
  given                            | day             | found | why
  ${['2026-05-04', '2026-08-03']}  | ${'2026-08-03'} | ${1}  | ${'the one of the day'}
  ${['2026-05-04', '2026-05-04+']} | ${'2026-05-04'} | ${0}  | ${'not what continues it'}
`('of $given on $day: $why', ({ given, day, found }) => {
  expect(sessionOfDay(sessions(given), day)).toMatchObject({ id: String(found) });
});

it.each`
  given                            | day             | message
  ${[]}                            | ${'2026-05-04'} | ${'has no session yet: import the sessions first'}
  ${['2026-05-04', '2026-08-03']}  | ${'2026-07-01'} | ${'the nearest is of 2026-08-03'}
  ${['2026-05-04', '2026-08-03']}  | ${'2026-05-05'} | ${'no session of 2026-05-05 in this course, the nearest is of 2026-05-04'}
  ${['2026-05-04', '2026-05-18+']} | ${'2026-05-18'} | ${'continues an earlier one'}
  ${['2026-05-04', '2026-05-04']}  | ${'2026-05-04'} | ${'There are 2 sessions of 2026-05-04'}
`('of $given none on $day: $message', ({ given, day, message }) => {
  expect(() => sessionOfDay(sessions(given), day)).toThrow(
    expect.objectContaining({ status: 400, detail: expect.stringContaining(message as string) }),
  );
});
