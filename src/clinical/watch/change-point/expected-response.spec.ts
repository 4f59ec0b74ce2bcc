import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { ruleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import type { Baseline } from '../evidence/baselines';
import type { EnteredReading } from '../evidence/entered-reading';
import { usualNoise } from '../clinic-noise';
import { assessTrend } from '../response-trend';
import { expectedResponse, type ExpectedRange } from './expected-response';

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

/** Of a usual of 60 % for 84 days, learned from four sessions, where sizes scatter by 10 points and lengths by a fifth. */
function expectedBy({
  usualPct = 60,
  doseRatio = 1,
  scattersMore = false,
  size,
}: {
  readonly usualPct?: number;
  readonly doseRatio?: number;
  readonly scattersMore?: boolean;
  readonly size?: { readonly variance: number; readonly entered: readonly EnteredReading[] };
}) {
  return expectedResponse({
    usual: { sizePct: usualPct, days: 84 },
    learnedFrom: { sizes: 4, lengths: 4 },
    doseRatio,
    noise: { ...usualNoise(RULES), sizeSd: 10, lengthSd: 0.2 },
    size: size && { ...size, improvementPct: 20, readings: size.entered.map(({ reading }) => reading) },
    scattersMore,
  });
}

const inTenths = ({ usual, from, to }: ExpectedRange) =>
  [usual, from, to].map((value) => value.toFixed(1)).join(' ');

const RATING: EnteredReading = { reading: 'rating', value: 20 };
const [READ, READ_ON_SCALE] = [20, 30].map((variance) => ({ variance, entered: [RATING] }));

it.each`
  given                                 | sizePct              | days                 | why
  ${{}}                                 | ${'60.0 45.7 74.3'}  | ${'84.0 63.1 111.8'} | ${'the patient’s own scatter and what the usual lacks'}
  ${{ size: READ }}                     | ${'60.0 44.6 75.4'}  | ${'84.0 63.1 111.8'} | ${'and what a reading errs'}
  ${{ size: READ_ON_SCALE }}            | ${'60.0 44.1 75.9'}  | ${'84.0 63.1 111.8'} | ${'one errs more'}
  ${{ size: READ, scattersMore: true }} | ${'60.0 42.6 77.4'}  | ${'84.0 63.1 111.8'} | ${'other muscles'}
  ${{ scattersMore: true }}             | ${'60.0 45.7 74.3'}  | ${'84.0 63.1 111.8'} | ${'which say nothing of a size that was not read'}
  ${{ doseRatio: 0.64 }}                | ${'48.0 33.7 62.3'}  | ${'75.1 56.4 100.0'} | ${'less dose'}
  ${{ usualPct: 95 }}                   | ${'95.0 80.7 109.3'} | ${'84.0 63.1 111.8'} | ${'nearly the best there is'}
  ${{ usualPct: 96 }}                   | ${'96.0 81.7 110.0'} | ${'84.0 63.1 111.8'} | ${'more than that is not told'}
  ${{ usualPct: -5 }}                   | ${'-5.0 -19.3 9.3'}  | ${'84.0 63.1 111.8'} | ${'nearly the worst'}
  ${{ usualPct: -6 }}                   | ${'-6.0 -20.0 8.3'}  | ${'84.0 63.1 111.8'} | ${'less than that is not told'}
`('of $given $sizePct %, $days days: $why', ({ given, sizePct, days }) => {
  const expected = expectedBy(given as Parameters<typeof expectedBy>[0]);
  expect([inTenths(expected.sizePct), inTenths(expected.days)]).toEqual([sizePct, days]);
  expect(expected.onScale).toBeUndefined();
});

const START = { kind: 'cycle-start', severity: 40 } as const satisfies Partial<Baseline>;
const TWSTRS = { reading: 'scale', value: 30, scale: 'twstrs_total', baseline: START } as EnteredReading;

it.each`
  entered                                                                          | usualPct | onScale             | why
  ${[TWSTRS]}                                                                      | ${60}    | ${'22.0 19.1 24.9'} | ${'three quarters of 40 points are all of it'}
  ${[RATING, TWSTRS]}                                                              | ${60}    | ${'22.0 17.4 26.6'} | ${'beside a rating it scatters as sizes do'}
  ${[TWSTRS]}                                                                      | ${95}    | ${'11.5 10.0 14.4'} | ${'no better than without symptoms'}
  ${[TWSTRS]}                                                                      | ${0}     | ${'40.0 37.1 42.9'} | ${'nothing expected: about the start'}
  ${[{ ...TWSTRS, scale: 'mouth_opening', baseline: { ...START, severity: 25 } }]} | ${60}    | ${'37.0 35.1 38.9'} | ${'higher is better'}
  ${[{ ...TWSTRS, meanOf: 2 }]}                                                    | ${60}    | ${'nothing'}        | ${'the mean of muscles is nobody’s value'}
  ${[{ ...TWSTRS, baseline: undefined }]}                                          | ${60}    | ${'nothing'}        | ${'no start to count from'}
  ${[{ ...TWSTRS, scale: 'rom' }]}                                                 | ${60}    | ${'nothing'}        | ${'not read'}
  ${[RATING]}                                                                      | ${60}    | ${'nothing'}        | ${'no scale'}
`('usually $usualPct %, $entered: $onScale on the scale, $why', ({ entered, usualPct, onScale }) => {
  const expected = expectedBy({ usualPct, size: { variance: 20, entered } });
  expect(expected.onScale ? inTenths(expected.onScale) : 'nothing').toBe(onScale);
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
