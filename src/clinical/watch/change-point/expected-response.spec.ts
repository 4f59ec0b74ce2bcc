import { courseOf } from '../../../../test/support/course-line';
import { scaleCourse } from '../../../../test/support/scale-course';
import { ruleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import { assessTrend } from '../response-trend';
import type { ExpectedRange } from './expected-response';

const RULES = ruleValues();

function expectedOf(sessions: readonly TreatedSession[], nth: number) {
  return assessTrend(sessions, 'cervical_dystonia', RULES).sessions[nth - 1]!.expected;
}

const rounded = ({ usual, from, to }: ExpectedRange) => [usual, from, to].map(Math.round).join(' ');

it.each`
  course                                                 | nth  | sizePct       | days           | why
  ${'60/12'}                                             | ${1} | ${'60 35 85'} | ${'95 70 128'} | ${'before the first session what the indication gives, widely'}
  ${'60/12 60/12'}                                       | ${2} | ${'60 41 79'} | ${'90 69 117'} | ${'one session makes it narrower'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 60/12'}         | ${7} | ${'60 44 76'} | ${'86 68 108'} | ${'a patient who is known: eight of ten lie near'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 10/4'}          | ${7} | ${'60 44 76'} | ${'86 68 108'} | ${'what came does not move what was expected of it'}
  ${'60/12 60/12 60/12 60/12 60/12 10/4 10/4'}           | ${7} | ${'60 44 76'} | ${'86 68 109'} | ${'nor does a bad session lower the next'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 30/8@50'}       | ${7} | ${'42 26 59'} | ${'72 57 91'}  | ${'half the dose: less is expected'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 60/12@200'}     | ${7} | ${'69 53 85'} | ${'92 73 116'} | ${'twice the dose: little more'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 60/12!muscles'} | ${7} | ${'60 42 78'} | ${'86 68 108'} | ${'other muscles: the size scatters more'}
  ${'60/12 60/12 60/12 60/12 60/12 60/12 -'}             | ${7} | ${'60 45 75'} | ${'86 68 108'} | ${'nothing known: a reading’s own error is left out'}
  ${'60/12 60/12 60/12 60/12:rima'}                      | ${4} | ${'60 35 85'} | ${'84 62 113'} | ${'type B begins anew, with its own length'}
`('session $nth of $course: $sizePct %, $days days ($why)', ({ course, nth, sizePct, days }) => {
  const expected = expectedOf(courseOf(course), nth as number);
  expect([rounded(expected.sizePct), rounded(expected.days)]).toEqual([sizePct, days]);
});

it.each`
  scale              | course                             | onScale       | why
  ${'twstrs_total'}  | ${'45-30 45-30 45-30 45-30 45-44'} | ${'29 22 37'} | ${'lower is better: the range ends where eight of ten do'}
  ${'mouth_opening'} | ${'25-38 25-38 25-38 25-38 25-25'} | ${'38 32 44'} | ${'higher is better'}
`('$scale $course is expected at $onScale: $why', ({ scale, course, onScale }) => {
  const expected = expectedOf(scaleCourse(scale, course), 5);
  expect(expected.onScale?.scale).toBe(scale);
  expect(rounded(expected.onScale!)).toBe(onScale);
});

it('says nothing on a scale that was taken of several muscles, or of none', () => {
  const muscles = courseOf('60/12 60/12').map((session) => ({
    ...session,
    response: {
      ...session.response,
      measurements: ['elbow_flexors', 'wrist_flexors'].flatMap((of) => [
        { scale: 'mas', phase: 'cycle-start' as const, value: '3', of },
        { scale: 'mas', phase: 'peak' as const, value: '1', of },
      ]),
    },
  }));
  expect(expectedOf(muscles, 2).onScale).toBeUndefined();
  expect(expectedOf(courseOf('60/12 60/12'), 2).onScale).toBeUndefined();
});

it('eight of ten sessions of a steady patient lie within it, drawn from the scatter that it is made with', () => {
  let seed = 11;
  const normal = () =>
    Array.from({ length: 12 }, () => (seed = (seed * 48271) % 2147483647) / 2147483647).reduce(
      (a, b) => a + b,
    ) - 6;
  let [within, all] = [0, 0];
  for (let patient = 0; patient < 300; patient++) {
    const usual = 60 + 8 * normal();
    const line = Array.from({ length: 9 }, () => String(Math.round(usual + 11.9 * normal()))).join(' ');
    for (const { size, expected } of assessTrend(courseOf(line), 'cervical_dystonia', RULES).sessions.slice(
      3,
    )) {
      all += 1;
      if (size!.improvementPct >= expected.sizePct.from && size!.improvementPct <= expected.sizePct.to)
        within += 1;
    }
  }
  expect(within / all).toBeGreaterThan(0.75);
  expect(within / all).toBeLessThan(0.85);
});
