import { ruleValues } from '../../rules';
import { effectLengths } from '../../due/effect-length';
import { startPercentCard } from './percent-card';
import { readAlone } from '../../../../test/support/read-alone';
import { responsePrior } from './response-priors';
import { addDays } from '../../calendar';
import { courseOf } from '../../../../test/support/course-line';

const RULES = ruleValues();

/** The shares of usual benefit in a course, and the usual afterwards. Cervical dystonia: 60 % for 95 days. */
function read(course: string, doseRatio = 1) {
  const card = startPercentCard(responsePrior('cervical_dystonia', 'ona'), RULES);
  const sessions = courseOf(course);
  const lengths = effectLengths(sessions, undefined, RULES);
  const shares = sessions.map(({ response }, index) =>
    card.add(readAlone(response, lengths[index]!), doseRatio, doseRatio < 0.85),
  );
  return { last: shares.at(-1), usual: card.usual() };
}

it.each`
  course               | size    | length  | benefit | why
  ${'60'}              | ${1}    | ${null} | ${1}    | ${'as the indication gives'}
  ${'60 60 30'}        | ${0.5}  | ${null} | ${0.5}  | ${'half the usual size'}
  ${'-'}               | ${null} | ${null} | ${null} | ${'nothing known'}
  ${'60 60 90'}        | ${1.2}  | ${null} | ${1.2}  | ${'more than usual counts as 1.2 at most'}
  ${'60 60 60/12+ 60'} | ${1}    | ${null} | ${1}    | ${'no length'}
`('$course → $benefit of usual: $why', ({ course, size, length, benefit }) => {
  const { last } = read(course as string);
  expect(last?.size ?? null).toEqual(size === null ? null : expect.closeTo(size as number, 5));
  expect(last?.length ?? null).toBe(length);
  expect(last?.benefit ?? null).toEqual(benefit === null ? null : expect.closeTo(benefit as number, 5));
});

it.each`
  course              | usualPct | why
  ${'40'}             | ${46.7}  | ${'the first two sessions are always learned'}
  ${'40 40'}          | ${44}    | ${'the first two sessions are always learned'}
  ${'60 60 49'}       | ${56.9}  | ${'just over four fifths of usual is learned'}
  ${'60 60 47'}       | ${60}    | ${'below four fifths the yardstick stays'}
  ${'60 60 20 20 20'} | ${60}    | ${'suspicious sessions never lower it'}
`('$course → usual $usualPct %: $why', ({ course, usualPct }: { course: string; usualPct: number }) => {
  expect(read(course).usual.sizePct).toBeCloseTo(usualPct, 1);
});

it('at a reduced dose less is expected, and the size is not learned', () => {
  expect(read('60', 0.64).last!.size).toBeCloseTo(1.2, 5);
  expect(read('40 40', 0.64).usual.sizePct).toBeCloseTo(60, 5);
});

it.each`
  course         | length  | why
  ${'60/12+ 60'} | ${1}    | ${'treated again while it still worked: at least as usual'}
  ${'60/5+ 60'}  | ${null} | ${'asked in the middle of the cycle: says nothing of the length'}
  ${'60/5+'}     | ${null} | ${'and the next session is not known'}
  ${'60/12+'}    | ${1}    | ${'late enough without a next session'}
`(
  'still effective: $course → $length, $why',
  ({ course, length }: { course: string; length: number | null }) => {
    const card = startPercentCard(responsePrior('cervical_dystonia', 'ona'), RULES);
    const sessions = courseOf(course);
    const first = card.add(
      readAlone(sessions[0]!.response, effectLengths(sessions, undefined, RULES)[0]!),
      1,
      false,
    );
    expect(first!.length ?? null).toBe(length);
  },
);

it.each`
  days  | length  | why
  ${71} | ${null} | ${'just under three quarters of the usual 95 days: asked too early'}
  ${72} | ${1}    | ${'just over three quarters: as usual at least'}
`('still effective after $days days, next session not known → $length: $why', ({ days, length }) => {
  const card = startPercentCard(responsePrior('cervical_dystonia', 'ona'), RULES);
  const [session] = courseOf('60');
  const response = { ...session!.response, stillEffectiveOn: addDays(session!.performedOn, days) };
  const [known] = effectLengths([{ ...session!, response }], undefined, RULES);
  expect(card.add(readAlone(response, known!), 1, false)!.length ?? null).toBe(length);
});
