import type { PlainDate } from './calendar';
import { addDuration, ageOn, daysBetween, latestOf } from './calendar';
import type { IndicationSlug } from './catalogue/indications';
import type { CourseHistory, HistorySession } from './course/course-history';
import { givenSessions } from './course/course-history';
import type { CourseRules } from './course/course-rules';
import type { DeclineFlag } from './watch/decline-flag';
import { flagOf } from './watch/decline-flag';
import type { DueForecast, DueRules } from './due/due-forecast';
import { forecastDue } from './due/due-forecast';
import type { DueStatusOnDay } from './due/due-status';
import { dueStatusOn } from './due/due-status';
import type { EffectLength } from './due/effect/effect-length';
import { effectLengths, epochStart } from './due/effect/effect-length';
import type { EffectWindow } from './due/effect/effect-window';
import { personalWindow, wearsOffEarly } from './due/effect/effect-window';
import { responsePrior } from './watch/change-point/response-priors';
import type { ResponseTrend, TrendState, TrendTier } from './watch/response-trend';
import { assessTrend } from './watch/response-trend';
import { withPairedGroups } from './watch/evidence/paired-groups';

export interface CourseAssessment extends DueStatusOnDay {
  readonly forecast: DueForecast | null;
  /** How long the effect lasts in this patient; `earlyText` names a patient whom no interval helps. */
  readonly effectWindow: (EffectWindow & { readonly earlyText: string | null }) | null;
  /** Is the response diminishing? As it stands after the latest session given. */
  readonly trend: TrendState | null;
  /** What should be looked at, as a neurologist reads it. */
  readonly flag: DeclineFlag | null;
}

/** What all decisions say of one course on one day. */
export function assessCourse(history: CourseHistory, asOf: PlainDate, rules: CourseRules): CourseAssessment {
  return assess(history, asOf, rules).assessment;
}

export interface HistoryAssessment extends Omit<CourseAssessment, 'flag'> {
  /** The tier shown after each session that showed one; one that stands is listed again. */
  readonly flags: readonly { readonly afterSession: number; readonly tier: TrendTier }[];
  readonly forecasts: readonly SessionForecast[];
}

/** What all decisions say of a course on one day, and what they would have said after each of its sessions. */
export function assessHistory(
  history: CourseHistory,
  asOf: PlainDate,
  rules: CourseRules,
): HistoryAssessment {
  const { assessment, states } = assess(history, asOf, rules);
  const { flag: _flag, ...decided } = assessment;
  return {
    ...decided,
    flags: states.flatMap(({ afterSession, tier }) => (tier ? [{ afterSession, tier }] : [])),
    forecasts: forecastHistory(history, rules),
  };
}

/** The trend of a course, which its flag and its picture are made from, with the sessions that it was read from. */
export function courseTrend(
  history: CourseHistory,
  rules: CourseRules,
): {
  readonly given: readonly HistorySession[];
  readonly circumstances: readonly HistorySession['circumstances'][];
  readonly trend: ResponseTrend;
} {
  const given = givenSessions(history).map(withPairedGroups);
  const circumstances = given.map((session) => session.circumstances);
  return {
    given,
    circumstances,
    trend: assessTrend(given, history.indication, rules.values, { circumstances, ...rules.learned }),
  };
}

function assess(
  history: CourseHistory,
  asOf: PlainDate,
  rules: CourseRules,
): { assessment: CourseAssessment; states: readonly TrendState[] } {
  const { given, circumstances, trend } = courseTrend(history, rules);
  const due = assessDue(given, history, asOf, rules);
  const flag = flagOf(trend, given, rules.values, circumstances);
  return { assessment: { ...due, trend: trend.states.at(-1) ?? null, flag }, states: trend.states };
}

function assessDue(
  given: readonly HistorySession[],
  history: CourseHistory,
  asOf: PlainDate,
  rules: CourseRules,
): Omit<CourseAssessment, 'trend' | 'flag'> {
  const anchor = given.at(-1);
  if (!anchor) return { ...dueStatusOn(asOf, undefined, rules.settings), forecast: null, effectWindow: null };
  const dueRules = dueRulesAt(anchor, history, rules);
  const before = { sessions: given, lengths: effectLengths(given, undefined, rules.values) };
  const window = windowAt(anchor, before, history.indication, rules);
  const { crossCourse } = history;
  const forecast = forecastDue(history, {
    ...dueRules,
    ownWindow: window.known ? window : undefined,
    crossCourse,
  });
  return {
    ...dueStatusOn(asOf, forecast, rules.settings),
    forecast: forecast ?? null,
    effectWindow: {
      ...window,
      earlyText: wearsOffEarly(window, minimumDaysAt(anchor, dueRules), rules.values) ?? null,
    },
  };
}

/** A forecast as it stood on the day of a session, in days from that session. */
export interface SessionForecast {
  /** Counted from 1 in the order of the days. */
  readonly session: number;
  readonly wearOffDays: number;
  readonly dueDays: number;
}

/**
 * What would have been forecast on the day of each session, knowing only the sessions of earlier days, how they ended
 * and what was given that day. Holds and overrides belong to the present and are left out.
 */
export function forecastHistory(history: CourseHistory, rules: CourseRules): SessionForecast[] {
  const given = givenSessions(history);
  const lengths = effectLengths(given, undefined, rules.values);
  let earlier = 0;
  return given.map((session, index) => {
    const { performedOn, state } = session;
    if (given[index - 1]?.performedOn !== performedOn) earlier = index;
    const window = windowAt(
      session,
      { sessions: given.slice(0, earlier), lengths },
      history.indication,
      rules,
    );
    const forecast = forecastDue(
      { sessions: [{ performedOn, state }], interval: history.interval },
      { ...dueRulesAt(session, history, rules), ownWindow: window.known ? window : undefined },
    );
    const dueDays = forecast ? daysBetween(performedOn, forecast.dueOn) : window.dueDays;
    return { session: index + 1, wearOffDays: window.wearOffDays, dueDays };
  });
}

function windowAt(
  session: HistorySession,
  before: { readonly sessions: readonly HistorySession[]; readonly lengths: readonly EffectLength[] },
  indication: IndicationSlug,
  { values, learned }: CourseRules,
): EffectWindow {
  const { product } = session.dose;
  const known = before.lengths.slice(epochStart(before.sessions, product), before.sessions.length);
  return personalWindow(known, responsePrior(indication, product, learned?.usual).normDays, values);
}

function dueRulesAt(session: HistorySession, history: CourseHistory, rules: CourseRules): DueRules {
  const { indication, birthDate, minimums: given } = history;
  const ageYears = birthDate === undefined ? undefined : ageOn(birthDate, session.performedOn);
  const { minimums, usual } = rules.intervalsFor({ product: session.dose.product, indication, ageYears });
  return {
    minimums: given?.replace ? given.rules : [...minimums, ...(given?.rules ?? [])],
    usual,
    settings: rules.settings,
  };
}

/** The shortest interval in days from this session; holds do not lengthen it. */
function minimumDaysAt({ performedOn }: HistorySession, { minimums }: DueRules): number {
  const days = minimums.map((rule) => addDuration(performedOn, rule.duration));
  return daysBetween(performedOn, latestOf(performedOn, ...days));
}
