import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { ruleValues } from '../../rules';
import { usualNoise } from '../clinic-noise';
import { assessTrend } from '../response-trend';
import { backwards, playedCourse } from './backwards';
import { startReviewCount } from './review-episodes';

const RULES = ruleValues();
const LEARNED = { noise: usualNoise(RULES), usual: {} };
const WEIGHTS = [0.05, 0.1, 0.5, 0.99999].map((weight) => ({ weight, weightOnScaleOnly: weight }));

const GOOD = '60/13 60/13 60/13 60/13 60/13';

it.each`
  line                                   | onMore          | back            | why
  ${`${GOOD} 60/13 60/13`}               | ${[0, 0, 0, 0]} | ${[0, 0, 0, 0]} | ${'as usual'}
  ${`${GOOD} 10/4 10/4 10/4 10/4`}       | ${[1, 1, 1, 0]} | ${[0, 0, 0, 0]} | ${'a loss: one review, and none played backwards'}
  ${`${GOOD} 60/13 30/9 30/9 30/9 30/9`} | ${[1, 1, 1, 0]} | ${[0, 0, 0, 0]} | ${'a partial one'}
  ${`10/4 10/4 ${GOOD} 60/13`}           | ${[0, 0, 0, 0]} | ${[1, 1, 1, 0]} | ${'bad ones at first: a loss backwards'}
`('$line: reviews by weight $onMore, backwards $back: $why', ({ line, onMore, back }) => {
  const course = playedCourse({ indication: 'cervical_dystonia', sessions: courseOf(line as string) })!;
  const [there, andBack] = [course, backwards(course)].map((played) => {
    const count = startReviewCount(WEIGHTS, RULES, LEARNED);
    count.add(played);
    return count;
  });
  expect(there!.episodes.map((at) => at.onMore)).toEqual(onMore);
  expect(andBack!.episodes.map((at) => at.onMore)).toEqual(back);
  expect(andBack!.patientYears).toBe(there!.patientYears);
});

it('counts reviews on a scale alone for themselves, at their own weight', () => {
  const sessions = scaleCourse('twstrs_total', '45-30 45-30 45-30 45-30 45-30 45-44 45-44 45-44', {});
  const weights = [
    { weight: 0.99, weightOnScaleOnly: 0.07 },
    { weight: 0.05, weightOnScaleOnly: 0.99 },
  ];
  const count = startReviewCount(weights, RULES, LEARNED);
  count.add(playedCourse({ indication: 'cervical_dystonia', sessions })!);
  expect(count.episodes).toEqual([
    { onMore: 0, onScaleOnly: 1 },
    { onMore: 0, onScaleOnly: 0 },
  ]);
});

it('counts at each weight what the rule would show with that weight set', () => {
  const sessions = courseOf(`${GOOD} 35/10 40/9 35/10 60/13 35/9 60/13 30/9 30/9`);
  const course = playedCourse({ indication: 'cervical_dystonia', sessions })!;
  const weights = [0.05, 0.07, 0.1, 0.2, 0.4, 0.6, 0.8].map((weight) => ({
    weight,
    weightOnScaleOnly: weight,
  }));
  const count = startReviewCount(weights, RULES, LEARNED);
  count.add(course);
  const shownWith = weights.map(({ weight }) => {
    const { states } = assessTrend(
      sessions,
      'cervical_dystonia',
      { ...RULES, 'R.review.weight': weight, 'R.review.weight.scale-only': weight },
      { nextSessionOn: course.endsOn },
    );
    const shown = states.flatMap(({ tier }, index) => (tier === 'review' ? index : []));
    return shown.filter((at, nth) => nth === 0 || at - shown[nth - 1]! > 2).length;
  });
  expect(count.episodes.map(({ onMore }) => onMore)).toEqual(shownWith);
  expect(new Set(shownWith).size).toBeGreaterThan(1);
});
