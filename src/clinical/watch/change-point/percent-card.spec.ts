import { ruleValues } from '../../rules';
import { effectLengths } from '../../due/effect/effect-length';
import { startPercentCard } from './percent-card';
import { readAlone } from '../../../../test/support/walks/read-alone';
import { responsePrior } from './response-priors';
import { addDays } from '../../calendar';
import type { SessionResponse } from '../../treated-session';
import { courseOf } from '../../../../test/support/patients/course-line';

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

/** Here 60 % for 56 days (8 weeks) are usual; a second reading says as much as the first. */
it.each`
  course                             | ratio   | size     | length   | benefit  | usualPct  | usualDays | why
  ${'60/8'}                          | ${1}    | ${1}     | ${1}     | ${1}     | ${60}     | ${56}     | ${'as usual'}
  ${'60/8 60/8 60/4'}                | ${1}    | ${1}     | ${0.5}   | ${0.7}   | ${60}     | ${56}     | ${'the length weighs six tenths'}
  ${'/8'}                            | ${1}    | ${null}  | ${1}     | ${1}     | ${60}     | ${56}     | ${'the length alone'}
  ${'/4'}                            | ${1}    | ${null}  | ${0.5}   | ${0.5}   | ${60}     | ${40.257} | ${'the first sessions are learned, however short'}
  ${'60/0'}                          | ${1}    | ${1}     | ${0}     | ${0.4}   | ${60}     | ${8.236}  | ${'no effect at all counts as a day'}
  ${'60/10'}                         | ${1}    | ${1}     | ${1.2}   | ${1.12}  | ${60}     | ${62.278} | ${'longer than usual counts as 1.2 at most'}
  ${'60/12+'}                        | ${1}    | ${1}     | ${1.2}   | ${1.12}  | ${60}     | ${63.565} | ${'still effective after longer than usual: learned by half'}
  ${'60/7+'}                         | ${1}    | ${1}     | ${1}     | ${1}     | ${60}     | ${56}     | ${'still effective before the usual end: nothing to learn'}
  ${'60/8 72/5'}                     | ${1}    | ${1.2}   | ${0.625} | ${0.855} | ${64.8}   | ${48.122} | ${'the second session is learned'}
  ${'60/8 60/8 72/5'}                | ${1}    | ${1.2}   | ${0.625} | ${0.855} | ${63.429} | ${56}     | ${'from the third on so short a length is not'}
  ${'60/8 60/8 60/8 72/7'}           | ${1}    | ${1.2}   | ${0.875} | ${1.005} | ${62.667} | ${54.553} | ${'but a somewhat shorter one is'}
  ${'57'}                            | ${0.9}  | ${1.001} | ${null}  | ${1.001} | ${60.056} | ${56}     | ${'a dose a tenth lower: less is expected'}
  ${'48/8'}                          | ${0.64} | ${1}     | ${1.118} | ${1.071} | ${60}     | ${56}     | ${'much lower: less, for a shorter time, and the size is not learned'}
  ${'69'}                            | ${2}    | ${1}     | ${null}  | ${1}     | ${60}     | ${56}     | ${'never more than 1.15 times as much is expected'}
  ${'42'}                            | ${0.3}  | ${1}     | ${null}  | ${1}     | ${60}     | ${56}     | ${'never less than seven tenths'}
  ${'90 90 60 62 58'}                | ${1}    | ${0.69}  | ${null}  | ${0.69}  | ${84}     | ${56}     | ${'three steady ones are not enough'}
  ${'90 90 60 62 58 64'}             | ${1}    | ${0.762} | ${null}  | ${0.762} | ${60.889} | ${56}     | ${'four: the first two were the best ever'}
  ${'90 90 90 60 62 58 64'}          | ${1}    | ${0.747} | ${null}  | ${0.747} | ${60.889} | ${56}     | ${'the first three were'}
  ${'90 90 90 90 60 62 58 64'}       | ${1}    | ${0.738} | ${null}  | ${0.738} | ${86.667} | ${56}     | ${'four good ones are no luck: the usual stays'}
  ${'90 90 40 60 62 58 64'}          | ${1}    | ${0.762} | ${null}  | ${0.762} | ${60.889} | ${56}     | ${'the latest four count'}
  ${'90 90 50 52 54 56'}             | ${1}    | ${0.667} | ${null}  | ${0.667} | ${53.778} | ${56}     | ${'good is 50 %'}
  ${'90 90 49 52 54 56'}             | ${1}    | ${0.667} | ${null}  | ${0.667} | ${84}     | ${56}     | ${'and not less'}
  ${'90 90 40 45 41 46 42 44'}       | ${1}    | ${0.524} | ${null}  | ${0.524} | ${44.308} | ${56}     | ${'six steady responses of 40 % and more'}
  ${'90 90 40 45 41 46 42'}          | ${1}    | ${0.5}   | ${null}  | ${0.5}   | ${84}     | ${56}     | ${'five are not enough'}
  ${'90 90 39 45 41 46 42 44'}       | ${1}    | ${0.524} | ${null}  | ${0.524} | ${84}     | ${56}     | ${'less than 40 % is no response'}
  ${'100 100 50 52 54 70'}           | ${1}    | ${0.761} | ${null}  | ${0.761} | ${56.889} | ${56}     | ${'steady is within 20 %'}
  ${'100 100 50 52 54 71'}           | ${1}    | ${0.772} | ${null}  | ${0.772} | ${92}     | ${56}     | ${'and not more'}
  ${'90 90 60 62 /4 58 64'}          | ${1}    | ${0.762} | ${null}  | ${0.762} | ${84}     | ${56}     | ${'one of the four is not known'}
  ${'90/8 90/8 55/7 55/7 55/7 55/7'} | ${1}    | ${0.655} | ${0.875} | ${0.787} | ${55.556} | ${51.942} | ${'each lasted at least four fifths'}
  ${'90/8 90/8 55/7 55/6 55/7 55/7'} | ${1}    | ${0.655} | ${0.875} | ${0.787} | ${84}     | ${56}     | ${'one did not'}
`('$course at $ratio of the usual dose: $why', ({ course, ratio, size, length, benefit, ...usual }) => {
  const { last, card } = readInTurn(course as string, ratio as number);
  const [sizeShare, lengthShare] = [last?.size, last?.length].map((share) => share ?? null);
  expect(sizeShare).toEqual(size === null ? null : expect.closeTo(size as number, 3));
  expect(lengthShare).toEqual(length === null ? null : expect.closeTo(length as number, 3));
  expect(last!.benefit).toBeCloseTo(benefit as number, 3);
  expect(card.usual().sizePct).toBeCloseTo(usual.usualPct as number, 3);
  expect(card.usual().days).toBeCloseTo(usual.usualDays as number, 3);
});

it('two readings of the size weigh a little more beside the length', () => {
  expect(readInTurn('60/8 60/8 60/4').last!.benefit).toBeCloseTo(0.7, 5);
  expect(readInTurn('60/8 60/8 60/4', 1, { pgic: 2 }).last!.benefit).toBeCloseTo((0.46 + 0.3) / 1.06, 5);
});

function readInTurn(course: string, doseRatio = 1, second: SessionResponse = {}) {
  const card = startPercentCard({ meanSizePct: 60, sizeSdPct: 17, medianDays: 56, normDays: 56 }, RULES);
  const sessions = courseOf(course);
  const lengths = effectLengths(sessions, undefined, RULES);
  const shares = sessions.map(({ response }, index) =>
    card.add(readAlone({ ...response, ...second }, lengths[index]!), doseRatio, doseRatio < 0.85),
  );
  return { last: shares.at(-1), card };
}
