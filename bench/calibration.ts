import { ruleValues } from '../src/clinical/rules';
import { learnNoise, usualNoise } from '../src/clinical/watch/clinic-noise';
import { assessTrend } from '../src/clinical/watch/response-trend';
import type { TrendState } from '../src/clinical/watch/trend-state';
import type { CohortCourse, Truth } from './cohort';
import { treatedSessions } from './cohort';

const RULES = ruleValues();
/** Early sessions say little, and so few courses say nothing. */
const FROM_SESSION = 4;
const FEWEST_COURSES = 50;

/** What was told where the weight lay in a bin, and what came true. */
export interface CalibrationBin {
  readonly from: number;
  readonly courses: number;
  /** The highest share that was told in the bin. */
  readonly told: number;
  readonly cameTrue: number;
}

/** Where the bins of the weight begin. */
const BINS = [0.0275, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97];

/**
 * Is more told than comes true? Sessions that show a tier, by their weight, in every bin that enough courses reach; once
 * as the clinic is judged before anything was learned of it, and once after.
 */
export function calibrate(courses: readonly CohortCourse[], learned: boolean): CalibrationBin[] {
  const prepared = courses.map((course) => ({ ...course, treated: treatedSessions(course) }));
  const noise = learned
    ? learnNoise(
        prepared.map(({ treated, indication }) => assessTrend(treated, indication, RULES).sessions),
        RULES,
        { alsoLengths: true, version: 'bench' },
      )
    : usualNoise(RULES);
  const seen = prepared.flatMap(({ truth, treated, indication }) =>
    assessTrend(treated, indication, RULES, { noise }).states.flatMap((state) =>
      counts(state, truth) ? [{ truth, state }] : [],
    ),
  );
  return BINS.flatMap((from, index) => {
    const within = seen.filter(({ state: { p } }) => p >= from && p < (BINS[index + 1] ?? 2));
    const reached = new Set(within.map(({ truth }) => truth)).size;
    if (reached < FEWEST_COURSES) return [];
    const told = Math.max(...within.map(({ state }) => state.trueLossShare!));
    const lost = within.filter(({ state, truth }) => isLost(truth, state.afterSession)).length;
    return [{ from, courses: reached, told, cameTrue: lost / within.length }];
  });
}

function counts({ trueLossShare, afterSession }: TrendState, { kind, evalStop }: Truth): boolean {
  return (
    trueLossShare !== null &&
    kind !== 'primary' &&
    afterSession >= FROM_SESSION &&
    afterSession <= (evalStop ?? Infinity)
  );
}

function isLost({ kind, onsetSession }: Truth, session: number): boolean {
  return kind.startsWith('secondary') && session >= onsetSession!;
}
