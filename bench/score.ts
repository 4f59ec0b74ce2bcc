import type { Truth } from './cohort';
import { unitStream } from './random';

/** What one course adds to the score of one tier, so that a resampled score is a sum again. */
export interface CourseScore {
  readonly years: number;
  readonly falseAlarms: number;
  readonly isCase: boolean;
  /** Sessions from the onset of the loss to the first flag that starts then; null when missed or no case. */
  readonly delay: number | null;
  readonly progression: boolean;
}

export interface TierScore {
  readonly cases: number;
  readonly years: number;
  readonly sensitivity: number;
  readonly sensitivityWithin4: number;
  /** False-alarm episodes in 100 patient-years: all, in stable courses, in courses with progression. */
  readonly falseAlarms: number;
  readonly falseAlarmsStable: number;
  readonly falseAlarmsProgression: number;
  /** Share of flags that are right where one patient in a hundred loses the response in a year. */
  readonly ppv: number;
  readonly medianDelay: number | null;
}

/** Shown in how many sessions: a run may pause for one session. */
const PAUSE = 2;
const SESSIONS_OF_A_CASE = 3;

/**
 * Scores one course. A false alarm is a run of shown sessions that starts before any loss; a loss is found when a run
 * starts at or after it: a flag that already stood when the loss began earns nothing.
 *
 * @param shown by session: was the tier, or a higher one, shown after it?
 */
export function scoreCourse(truth: Truth, shown: readonly boolean[]): CourseScore {
  const progression = truth.kind === 'progression';
  if (truth.kind === 'primary')
    return { years: 0, falseAlarms: 0, isCase: false, delay: null, progression: false };
  const stop = lastScored(truth);
  const onset = isLoss(truth) ? truth.onsetSession! : Infinity;

  let falseAlarms = 0;
  let lastShown = -9;
  for (let session = 1; session <= stop && session < onset; session++) {
    if (!shown[session - 1]) continue;
    if (session - lastShown > PAUSE) falseAlarms += 1;
    lastShown = session;
  }
  const isCase = isLoss(truth) && stop - onset + 1 >= SESSIONS_OF_A_CASE;
  let delay: number | null = null;
  for (let session = onset; isCase && delay === null && session <= stop; session++) {
    if (!shown[session - 1]) continue;
    if (session - lastShown > PAUSE) delay = session - onset;
    lastShown = session;
  }
  const years = (truth.years * Math.min(stop, onset - 1)) / truth.nSessions;
  return { years, falseAlarms, isCase, delay, progression };
}

export function sumScores(scores: readonly CourseScore[]): TierScore {
  const cases = scores.filter((score) => score.isCase).length;
  const delays = scores.flatMap(({ delay }) => delay ?? []).toSorted((a, b) => a - b);
  const rate = (of: readonly CourseScore[]) =>
    (100 * sum(of.map((score) => score.falseAlarms))) / sum(of.map((score) => score.years));
  const sensitivity = delays.length / cases;
  const falseAlarms = rate(scores);
  return {
    cases,
    years: sum(scores.map((score) => score.years)),
    sensitivity,
    sensitivityWithin4: delays.filter((delay) => delay <= 3).length / cases,
    falseAlarms,
    falseAlarmsStable: rate(scores.filter((score) => !score.progression)),
    falseAlarmsProgression: rate(scores.filter((score) => score.progression)),
    ppv: sensitivity / (sensitivity + falseAlarms),
    medianDelay: delays[Math.floor(delays.length / 2)] ?? null,
  };
}

export interface PrimaryScore {
  readonly cases: number;
  readonly sensitivity: number;
  readonly falseShare: number;
}

const PRIMARY_WITHIN = 6;

/** Was a `primary` flag shown within the first six sessions of a course of at least three? */
export function scorePrimary(courses: readonly { truth: Truth; shown: readonly boolean[] }[]): PrimaryScore {
  const long = courses.filter(({ truth }) => lastScored(truth) >= SESSIONS_OF_A_CASE);
  const flagged = (primary: boolean) => {
    const of = long.filter(({ truth }) => (truth.kind === 'primary') === primary);
    const hits = of.filter(({ shown }) => shown.slice(0, PRIMARY_WITHIN).some(Boolean)).length;
    return { n: of.length, share: hits / of.length };
  };
  return { cases: flagged(true).n, sensitivity: flagged(true).share, falseShare: flagged(false).share };
}

export interface ForecastScore {
  readonly n: number;
  readonly maeDays: number;
}

/** Mean error of the wear-off forecast from session 4 on. @param wearOffDays by session */
export function scoreForecasts(
  courses: readonly { truth: Truth; wearOffDays: readonly number[] }[],
): ForecastScore {
  const errors = courses.flatMap(({ truth, wearOffDays }) =>
    wearOffDays.flatMap((days, index) =>
      index + 1 >= 4 && index + 1 <= lastScored(truth) ? Math.abs(days - truth.durDays[index]!) : [],
    ),
  );
  return { n: errors.length, maeDays: sum(errors) / errors.length };
}

function lastScored(truth: Truth): number {
  return Math.min(truth.nSessions, truth.evalStop ?? Infinity);
}

function isLoss(truth: Truth): boolean {
  return truth.kind.startsWith('secondary');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 95 % limits of sensitivity and false alarms: courses drawn again with replacement. */
export function bootstrap(scores: readonly CourseScore[], rounds = 300, seed = 7) {
  const random = unitStream(seed);
  const sensitivities: number[] = [];
  const falseAlarms: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [cases, found, alarms, years] = [0, 0, 0, 0];
    for (let i = 0; i < scores.length; i++) {
      const score = scores[Math.floor(random() * scores.length)]!;
      cases += Number(score.isCase);
      found += Number(score.delay !== null);
      alarms += score.falseAlarms;
      years += score.years;
    }
    sensitivities.push(found / cases);
    falseAlarms.push((100 * alarms) / years);
  }
  return { sensitivity: limits(sensitivities), falseAlarms: limits(falseAlarms) };
}

function limits(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[Math.floor(0.025 * sorted.length)]!, sorted[Math.floor(0.975 * sorted.length)]!];
}
