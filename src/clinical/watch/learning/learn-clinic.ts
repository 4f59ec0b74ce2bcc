import type { CourseHistory } from '../../course/course-history';
import { givenSessions } from '../../course/course-history';
import type { RuleValues } from '../../rules';
import { learnNoise, usualNoise, type ClinicNoise } from '../clinic-noise';
import { withPairedGroups } from '../evidence/paired-groups';
import { assessTrend } from '../response-trend';
import { alarmFigures, keepBudget, weightsToTry, type AlarmFigures } from './alarm-budget';
import { backwards, playedCourse, type LearnedCourse } from './backwards';
import type { LearnedClinic } from './learned-clinic';
import { learnedShares } from './learned-shares';
import { learnUsual, type ReadCourse } from './learned-usual';
import { startReviewCount } from './review-episodes';

/** What was learned, and what it would mean for the reviews. */
export interface ClinicLearning {
  readonly learned: LearnedClinic;
  readonly alarms: AlarmFigures;
}

/** A history as the trend reads it. */
export function courseToLearnFrom(history: CourseHistory): LearnedCourse {
  return { indication: history.indication, sessions: givenSessions(history).map(withPairedGroups) };
}

/**
 * What do a clinic's own courses say of it?
 *
 * How much its readings scatter, from the differences between consecutive sessions; what each indication usually gives; and
 * how many of its reviews are false, by playing the courses backwards. The scatter of lengths costs losses found: it is
 * taken over only where the false reviews are beyond the budget without it.
 *
 * A generator, so that whoever runs it beside other work may let that go on: it pauses after every course. The courses
 * are held and gone over up to three times, so the caller bounds how many there are.
 *
 * @param version names what is learned; `rulesVersion` says so wherever it was judged with
 */
export function* learnClinic(
  courses: readonly LearnedCourse[],
  rules: RuleValues,
  version: string,
): Generator<void, ClinicLearning> {
  const read: ReadCourse[] = [];
  for (const { indication, sessions } of courses) {
    const circumstances = sessions.map((session) => session.circumstances);
    const trend = assessTrend(sessions, indication, rules, { circumstances });
    read.push({ indication, products: sessions.map(({ dose }) => dose.product), trend });
    yield;
  }
  const evidence = read.map(({ trend }) => trend.sessions);
  const noiseOf = (alsoLengths: boolean) =>
    enoughOf(learnNoise(evidence, rules, { alsoLengths, version }), rules);
  const usual = learnUsual(read, rules);
  const bySizes = yield* countAlarms(courses, rules, { noise: noiseOf(false), usual });
  const { alarms, learned } = bySizes;
  const noise = noiseOf(true);
  const { standing, budget } = keepBudget(alarms, rules);
  if (standing.falseReviews <= budget || noise.lengthSd === learned.noise.lengthSd) return bySizes;
  return yield* countAlarms(courses, rules, { noise, usual });
}

/** Before there are enough differences the usual scatter stands; how many there are is kept. */
function enoughOf(noise: ClinicNoise, rules: RuleValues): ClinicNoise {
  if (noise.differences >= rules['R.noise.differences']) return noise;
  const { sizeSd, lengthSd } = usualNoise(rules);
  return { ...noise, sizeSd, lengthSd };
}

function* countAlarms(
  courses: readonly LearnedCourse[],
  rules: RuleValues,
  known: Pick<LearnedClinic, 'noise' | 'usual'>,
): Generator<void, ClinicLearning> {
  const weights = weightsToTry(rules);
  const forwards = startReviewCount(weights, rules, known);
  const back = startReviewCount(weights, rules, known);
  for (const course of courses) {
    const played = playedCourse(course);
    if (!played) continue;
    forwards.add(played);
    back.add(backwards(played));
    yield;
  }
  const counted = { forwards, backwards: back };
  return {
    learned: { ...known, calibration: learnedShares(weights, counted) },
    alarms: alarmFigures(weights, counted, courses.length),
  };
}
