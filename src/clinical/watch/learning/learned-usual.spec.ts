import { courseOf } from '../../../../test/support/patients/course-line';
import type { IndicationSlug } from '../../catalogue/indications';
import { ruleValues } from '../../rules';
import type { ToxinProduct } from '../../units';
import { responsePrior } from '../change-point/response-priors';
import { assessTrend } from '../response-trend';
import { learnUsual, type ReadCourse } from './learned-usual';

const RULES = ruleValues();

function read(
  line: string,
  indication: IndicationSlug = 'cervical_dystonia',
  product?: ToxinProduct,
): ReadCourse {
  const sessions = courseOf(line).map((session) =>
    product ? { ...session, dose: { product, units: session.dose.units } } : session,
  ) as ReturnType<typeof courseOf>;
  const trend = assessTrend(sessions, indication, RULES);
  return { indication, products: sessions.map(({ dose }) => dose.product), trend };
}

const many = (course: ReadCourse, times = 50) => Array.from({ length: times }, () => course);

/** What is usual elsewhere counts as fifty courses: fifty of one's own meet it in the middle. */
it.each`
  line                                     | courses | size                     | days                        | why
  ${'57/13 57/13 57/13'}                   | ${50}   | ${expect.closeTo(60, 1)} | ${expect.closeTo(93.9, 1)}  | ${'as usual: sessions give 0.95 and 0.98 of the usual, 57 % for 93.1 days'}
  ${'57/13 57/13 57/13'}                   | ${49}   | ${undefined}             | ${undefined}                | ${'a course too few'}
  ${'38/13 38/13 38/13'}                   | ${50}   | ${expect.closeTo(50, 1)} | ${expect.closeTo(93.9, 1)}  | ${'40 against 60'}
  ${'38/13 38/13 38/13'}                   | ${450}  | ${expect.closeTo(42, 1)} | ${expect.closeTo(93.1, 1)}  | ${'nine times as many courses: nine parts in ten'}
  ${'57/16 57/16 57/16'}                   | ${50}   | ${expect.closeTo(60, 1)} | ${expect.closeTo(104.2, 1)} | ${'longer'}
  ${'57/11 57/11 57/11 57/11 5/4 5/4 5/4'} | ${50}   | ${expect.closeTo(60, 1)} | ${expect.closeTo(86.4, 1)}  | ${'a loss that is shown is not usual'}
`('$courses courses of $line: $size % for $days days: $why', ({ line, courses, size, days }) => {
  const { cervical_dystonia: learned } = learnUsual(many(read(line as string), courses as number), RULES);
  expect(learned && { size: learned.meanSizePct, days: learned.medianDays }).toEqual(
    size === undefined ? undefined : { size, days },
  );
});

it('learns each indication for itself', () => {
  const courses = [...many(read('57/13 57/13')), ...many(read('57/13 57/13', 'tremor'), 49)];
  expect(Object.keys(learnUsual(courses, RULES))).toEqual(['cervical_dystonia']);
});

it('holds the lengths of a product against what is usual with it', () => {
  const usual = responsePrior('cervical_dystonia', 'daxi').medianDays;
  const weeks = Math.round(usual / 7);
  const learned = learnUsual(many(read(`57/${weeks} 57/${weeks}`, 'cervical_dystonia', 'daxi')), RULES);
  const inTheMiddle = Math.sqrt((7 * weeks) / usual / 0.98);
  expect(learned.cervical_dystonia!.medianDays).toBeCloseTo(95 * inTheMiddle, 3);
  expect(responsePrior('cervical_dystonia', 'daxi', learned).medianDays).toBeCloseTo(usual * inTheMiddle, 3);
});

it('a clinic’s own lengths never lengthen what a product gives at most', () => {
  const learned = { cervical_dystonia: { meanSizePct: 60, medianDays: 120, courses: 400 } };
  expect(responsePrior('cervical_dystonia', 'rima', learned)).toMatchObject({ medianDays: 84, normDays: 84 });
  expect(responsePrior('cervical_dystonia', 'ona', learned)).toEqual({
    meanSizePct: 60,
    sizeSdPct: 12,
    medianDays: 120,
    normDays: 120,
  });
  expect(responsePrior('chronic_migraine', 'ona', learned)).toEqual(responsePrior('chronic_migraine', 'ona'));
});
