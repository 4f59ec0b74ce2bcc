import { courseOf } from '../../../../test/support/patients/course-line';
import { ruleValues } from '../../rules';
import type { SessionState } from '../../treated-session';
import { courseToLearnFrom, learnClinic, type ClinicLearning } from './learn-clinic';

/** Rules by which even a handful of courses is enough. */
const few = (set: Parameters<typeof ruleValues>[0] = {}) =>
  ruleValues({ 'R.noise.differences': 1, 'R.learning.courses': 4, 'R.alarm-budget': 1000, ...set });
const STEADY = '60/12 60/12 60/12 60/12 60/12 60/12';
const LOSS = '60/12 60/12 70/13 60/12 20/6 20/7';
/** The loss played backwards. */
const RECOVERY = '20/7 20/6 60/12 70/13 60/12 60/12';
const SCATTERED = '60/12 20/6 60/13 20/5 60/12 20/6';

/** What a clinic learns from so many courses of each line, and how often it paused meanwhile. */
function learnedFrom(courses: Readonly<Record<string, number>>, rules = few()) {
  const cohort = Object.entries(courses).flatMap(([line, count]) =>
    Array.from({ length: count }, () => ({
      indication: 'cervical_dystonia' as const,
      sessions: line === '' ? [] : courseOf(line),
    })),
  );
  return pausing(learnClinic(cohort, rules, 'learned 1'));
}

function pausing(steps: Generator<void, ClinicLearning>): ClinicLearning & { readonly pauses: number } {
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  return { ...step.value, pauses };
}

it('learns nothing from nothing', () => {
  const { learned, alarms, pauses } = learnedFrom({});
  expect(learned).toMatchObject({ usual: {}, calibration: [], noise: { differences: 0 } });
  expect(alarms).toMatchObject({ courses: 0, patientYears: 0 });
  expect(pauses).toBe(0);
});

it.each`
  enough | sizeSd  | why
  ${49}  | ${14.3} | ${'one more than needed'}
  ${50}  | ${14.3} | ${'as many as needed'}
  ${51}  | ${11}   | ${'one too few: the usual scatter stands'}
`('50 differences, $enough needed: sizes scatter by $sizeSd, $why', ({ enough, sizeSd }) => {
  const { noise } = learnedFrom(
    { [SCATTERED]: 10 },
    few({ 'R.noise.differences': enough as number }),
  ).learned;
  expect(noise.sizeSd).toBeCloseTo(sizeSd as number, 1);
  expect(noise).toMatchObject({ lengthSd: 0.17, differences: 50, version: 'learned 1' });
});

describe('how lengths scatter', () => {
  const clinic = { [RECOVERY]: 4, [SCATTERED]: 16 };
  const falseReviews = ({ alarms }: ClinicLearning) =>
    alarms.curve.find(({ weight }) => weight === few()['R.review.weight'])!.falseReviews;

  it.each`
    more     | enough  | takenOver | why
    ${0}     | ${1}    | ${false}  | ${'as many false reviews as the budget'}
    ${-1e-9} | ${1}    | ${true}   | ${'a trace more'}
    ${-1e-9} | ${1000} | ${false}  | ${'but too few differences'}
  `('is taken over: $takenOver, $why', ({ more, enough, takenOver }) => {
    const budget = falseReviews(learnedFrom(clinic)) + (more as number);
    const { learned, pauses } = learnedFrom(
      clinic,
      few({ 'R.alarm-budget': budget, 'R.noise.differences': enough as number }),
    );
    expect(learned.noise.lengthSd > 0.17).toBe(takenOver);
    // Each course is read once, and played once, or twice where the lengths count.
    expect(pauses).toBe(takenOver ? 60 : 40);
  });

  it('asks for no second count where no length is known', () => {
    const line = '10 10 10 60 60 60 60';
    const learning = learnedFrom({ [line]: 4 }, few({ 'R.alarm-budget': 1e-9 }));
    expect(falseReviews(learning)).toBeGreaterThan(0);
    expect(learning.learned.noise.lengthSd).toBe(0.17);
    expect(learning.pauses).toBe(8);
  });
});

it.each`
  line        | reviews  | falseReviews | why
  ${STEADY}   | ${false} | ${false}     | ${'no review either way'}
  ${LOSS}     | ${true}  | ${false}     | ${'a review as it went, none played backwards'}
  ${RECOVERY} | ${false} | ${true}      | ${'a loss when played backwards'}
`('$line: $why', ({ line, reviews, falseReviews }) => {
  const [least] = learnedFrom({ [line as string]: 4 }).alarms.curve;
  expect({ reviews: least!.reviews > 0, falseReviews: least!.falseReviews > 0 }).toEqual({
    reviews,
    falseReviews,
  });
});

it('counts a course without a session among the courses, and plays it not', () => {
  const { alarms, pauses } = learnedFrom({ [STEADY]: 2, '': 1 });
  expect(alarms.courses).toBe(3);
  expect(alarms.patientYears).toBeCloseTo((2 * 6 * 84) / 365.25);
  expect(pauses).toBe(3 + 2);
});

it('learns from fifty reviews which share of them is no false alarm', () => {
  const [shares, ...more] = learnedFrom({ [LOSS]: 50 }).learned.calibration;
  expect(shares).toMatchObject({ share: 1, reviews: 50 });
  expect(more).toEqual([]);
});

it.each`
  courses | meanSizePct  | why
  ${3}    | ${undefined} | ${'one too few'}
  ${4}    | ${53.7}      | ${'half its own, half the usual'}
  ${12}   | ${50.5}      | ${'mostly its own'}
`('$courses courses usually give $meanSizePct %: $why', ({ courses, meanSizePct }) => {
  const { usual } = learnedFrom({ '45/10 45/10 45/10 45/10': courses as number }).learned;
  if (meanSizePct === undefined) expect(usual).toEqual({});
  else expect(usual.cervical_dystonia!.meanSizePct).toBeCloseTo(meanSizePct as number, 1);
});

it.each`
  asked    | sizes      | why
  ${true}  | ${'three'} | ${'benefit was lost with the dry mouth: the last session is not its usual'}
  ${false} | ${'all'}   | ${'nobody asked for a dry mouth'}
`('type B, asked for side effects $asked: $sizes sessions count, $why', ({ asked, sizes }) => {
  const sideEffects = [['dry_mouth'], ['dry_mouth'], ['dry_mouth'], []];
  const usualOf = (line: string) => {
    const sessions = courseOf(line).map((session, index) => ({
      ...session,
      ...(asked && { circumstances: { adverseEvents: sideEffects[index]! } }),
    }));
    const cohort = Array.from({ length: 4 }, () => ({ indication: 'cervical_dystonia' as const, sessions }));
    const rules = few({ 'R.watch.weight': 2, 'R.review.weight': 2, 'R.review.weight.scale-only': 2 });
    return pausing(learnClinic(cohort, rules, 'learned 1')).learned.usual.cervical_dystonia!.meanSizePct;
  };
  const good = '60/12:rima 60/12:rima 60/12:rima';
  const [lost, kept] = [usualOf(`${good} 30/8:rima`), usualOf(good)];
  if (sizes === 'three') expect(lost).toBeCloseTo(kept);
  else expect(lost).toBeLessThan(kept - 1);
});

it('reads of a history what was given, by day, with the groups that can be compared', () => {
  const grade = (phase: 'cycle-start' | 'peak', of: string) => ({ scale: 'mas', phase, value: '2', of });
  const [first, second, third, fourth] = courseOf('60/12 60/12 60/12 60/12');
  const compared = [grade('cycle-start', 'elbow_flexors'), grade('peak', 'elbow_flexors')];
  const measurements = [...compared, grade('peak', 'wrist_flexors')];
  const as = (state: SessionState, session: typeof first) => ({ ...session!, state });
  const { indication, sessions } = courseToLearnFrom({
    indication: 'spasticity_upper',
    sessions: [
      as('completed', second),
      { ...as('completed', first), response: { measurements } },
      as('voided', third),
      as('planned', fourth),
    ],
  });
  expect(indication).toBe('spasticity_upper');
  expect(sessions.map(({ sessionId }) => sessionId)).toEqual(['s1', 's2']);
  expect(sessions[0]!.response!.measurements).toEqual(compared);
});
