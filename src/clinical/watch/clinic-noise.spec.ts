import { courseOf } from '../../../test/support/patients/course-line';
import { scaleCourse } from '../../../test/support/patients/scale-course';
import { ruleValues } from '../rules';
import { learnNoise, usualNoise } from './clinic-noise';
import { assessTrend } from './response-trend';

const RULES = ruleValues();
const SIZES = { alsoLengths: false, version: 'learned 1' };
const ALL = { alsoLengths: true, version: 'learned 1' };

const rated = (line: string) => assessTrend(courseOf(line), 'cervical_dystonia', RULES).sessions;
const measured = (scale: string, line: string) =>
  assessTrend(scaleCourse(scale, line, {}), 'cervical_dystonia', RULES).sessions;
const many = <T>(course: T, times = 200) => Array.from({ length: times }, () => course);

it('is the usual where nothing was learned', () => {
  expect(learnNoise([], RULES, ALL)).toEqual({ ...usualNoise(RULES), version: 'learned 1' });
});

it.each`
  line                         | sizeSd                       | differences | why
  ${'60/13 60/13 60/13 60/13'} | ${11}                        | ${600}      | ${'ratings that never differ: never below the usual'}
  ${'60/13 75/13 60/13 75/13'} | ${11}                        | ${600}      | ${'15 points from one to the next: less than is usual'}
  ${'60/13 30/13 60/13 30/13'} | ${expect.closeTo(16.037, 3)} | ${600}      | ${'30 points: 0.82/√2 · √((600·30² + 200·2·(11/0.82)²)/800)'}
  ${'90/13 10/13 90/13 10/13'} | ${20}                        | ${600}      | ${'never above 20'}
  ${'60/13 -/13 30/13 -/13'}   | ${expect.closeTo(14.553, 3)} | ${200}      | ${'a session that nobody rated is passed over'}
`('two hundred courses of $line: sizes scatter by $sizeSd, from $differences differences: $why', (given) => {
  const { line, sizeSd, differences } = given;
  expect(learnNoise(many(rated(line as string)), RULES, SIZES)).toMatchObject({ sizeSd, differences });
});

it.each`
  line                         | lengthSd                    | why
  ${'60/13 60/13 60/13 60/13'} | ${0.17}                     | ${'never below the usual'}
  ${'60/12 60/8 60/12 60/8'}   | ${expect.closeTo(0.225, 3)} | ${'ln 12/8 = 0.405 from one to the next'}
  ${'60/12 60/4 60/12 60/4'}   | ${0.35}                     | ${'never above 0.35'}
`('two hundred courses of $line: lengths scatter by $lengthSd: $why', ({ line, lengthSd }) => {
  const courses = many(rated(line as string));
  expect(learnNoise(courses, RULES, ALL).lengthSd).toEqual(lengthSd);
  expect(learnNoise(courses, RULES, SIZES).lengthSd).toBe(0.17);
});

it.each`
  line                   | ratio                     | why
  ${'45-25 45-25 45-25'} | ${expect.closeTo(0.6, 6)} | ${'readings that never differ: never below 0.6'}
  ${'45-5 45-45 45-5'}   | ${3}                      | ${'readings that jump from end to end: never above 3'}
`(
  'two hundred courses of TWSTRS $line: it varies $ratio times as much as assumed: $why',
  ({ line, ratio }) => {
    const { scaleRatio, sizeSd, differences } = learnNoise(
      many(measured('twstrs_total', line as string)),
      RULES,
      SIZES,
    );
    expect(scaleRatio).toEqual({ twstrs_total: ratio });
    expect({ sizeSd, differences }).toEqual({ sizeSd: 11, differences: 0 });
  },
);
