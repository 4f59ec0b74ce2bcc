import type { Duration, PlainDate } from '../calendar';
import { addDays, addDuration, latestOf } from '../calendar';
import type { DueReason } from './due-reason';
import { dayText, durationText } from './due-text';
import type { DueSettings } from './due-settings';
import type { SessionState } from '../treated-session';
import { nextOpenDay } from './open-days';

export const DUE_BASES = ['override', 'course-interval', 'own-effect-window', 'usual-interval'] as const;
export type DueBasis = (typeof DUE_BASES)[number];

/** An interval and where it comes from: `the usual interval for Botox in cervical dystonia`. */
export interface IntervalRule {
  readonly duration: Duration;
  readonly text: string;
  readonly source?: string;
}

/** What the record says of one course. Entries may stand in any order. */
export interface DueCourse {
  readonly sessions: readonly { readonly performedOn: PlainDate; readonly state: SessionState }[];
  /** The interval that a clinician has set for this course. */
  readonly interval?: Duration;
  /** A due day set by a clinician for the coming session; the caller leaves out one set for an earlier cycle. */
  readonly overrideDueOn?: PlainDate;
  readonly holds?: readonly { readonly untilOn: PlainDate; readonly reason?: string }[];
}

/** What the catalogue, the payer, the clinic and the patient's other courses say; the longest minimum decides. */
export interface DueRules {
  readonly minimums: readonly IntervalRule[];
  readonly usual: IntervalRule;
  /** How long the effect lasts in this patient, once it is known (`effect-window.ts`). */
  readonly ownWindow?: { readonly dueDays: number; readonly text: string };
  /** The earliest day in view of the patient's other courses, where the clinic has switched that on. */
  readonly crossCourse?: { readonly earliestOn: PlainDate; readonly text: string };
  readonly settings: DueSettings;
}

export interface DueForecast {
  /** The day of the latest session that was given. */
  readonly anchorOn: PlainDate;
  readonly earliestOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lastOnTimeOn: PlainDate;
  readonly overdueFrom: PlainDate;
  /** `dueOn`, or the next day that the clinic is open. */
  readonly bookOn: PlainDate;
  /** Which rule named the due day, also when the earliest day then lifted it. */
  readonly basis: DueBasis;
  /** Why each day is what it is; of the reasons for one day the deciding one stands first. */
  readonly reasons: readonly DueReason[];
}

/**
 * When is the next session due?
 *
 * A clinician's override decides, else the interval of the course, else the patient's own effect window once it is
 * known, else the usual interval; never before the earliest day, which is the latest of every minimum interval, the end
 * of every hold and the minimum across courses. Counted from the latest session given. Nothing given yet: no forecast.
 */
export function forecastDue(course: DueCourse, rules: DueRules): DueForecast | undefined {
  const anchorOn = anchorOf(course.sessions);
  if (anchorOn === undefined) return undefined;
  const limits = earliestDays(anchorOn, course, rules);
  const earliestOn = latestOf(anchorOn, ...limits.map((limit) => limit.on));
  const wanted = wantedDay(anchorOn, course, rules);
  const dueOn = latestOf(earliestOn, wanted.on);
  const { onTimeDays } = rules.settings;
  const opening = nextOpenDay(dueOn, rules.settings);
  return {
    anchorOn,
    earliestOn,
    dueOn,
    lastOnTimeOn: addDays(dueOn, onTimeDays - 1),
    overdueFrom: addDays(dueOn, onTimeDays),
    bookOn: opening.on,
    basis: wanted.basis,
    reasons: [
      reason('anchorOn', 'latest-session', `the latest session given, ${dayText(anchorOn)}`, anchorOn),
      ...limits.map((limit) => limit.reason),
      ...liftedReasons(wanted, limits[0]),
      wanted.reason,
      reason(
        'lastOnTimeOn',
        'on-time-days',
        `${onTimeDays} days count as on time, the due day included`,
        dueOn,
      ),
      reason('overdueFrom', 'on-time-days', `${onTimeDays} days after the due day`, dueOn),
      opening.reason,
    ],
  };
}

/** The day of the latest session that is neither voided nor planned. */
function anchorOf(sessions: DueCourse['sessions']): PlainDate | undefined {
  let anchorOn: PlainDate | undefined;
  for (const { performedOn, state } of sessions) {
    if (state === 'completed' && (anchorOn === undefined || performedOn > anchorOn)) anchorOn = performedOn;
  }
  return anchorOn;
}

interface Candidate {
  readonly on: PlainDate;
  readonly reason: DueReason;
}

/** Every day before which nothing may be given, the latest first. */
function earliestDays(anchorOn: PlainDate, course: DueCourse, rules: DueRules): Candidate[] {
  const minimums = rules.minimums.map((rule) => ({
    on: addDuration(anchorOn, rule.duration),
    reason: reason(
      'earliestOn',
      'minimum-interval',
      intervalText(rule.duration, anchorOn, rule.text),
      anchorOn,
    ),
  }));
  const holds = (course.holds ?? []).map(({ untilOn, reason: why }) => ({
    on: untilOn,
    reason: reason(
      'earliestOn',
      'hold',
      `on hold until ${dayText(untilOn)}${why ? `: ${why}` : ''}`,
      untilOn,
    ),
  }));
  const { crossCourse } = rules;
  const across = crossCourse
    ? [{ on: crossCourse.earliestOn, reason: reason('earliestOn', 'cross-course', crossCourse.text) }]
    : [];
  return [...minimums, ...holds, ...across].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function wantedDay(anchorOn: PlainDate, course: DueCourse, rules: DueRules): Candidate & { basis: DueBasis } {
  const { overrideDueOn, interval } = course;
  if (overrideDueOn !== undefined) {
    const text = `a clinician set ${dayText(overrideDueOn)}`;
    return { basis: 'override', on: overrideDueOn, reason: reason('dueOn', 'override', text, overrideDueOn) };
  }
  if (interval !== undefined) {
    return afterAnchor('course-interval', interval, 'the interval set for this course');
  }
  if (rules.ownWindow) {
    return afterAnchor('own-effect-window', `P${rules.ownWindow.dueDays}D`, rules.ownWindow.text);
  }
  return afterAnchor('usual-interval', rules.usual.duration, rules.usual.text);

  function afterAnchor(basis: DueBasis, duration: Duration, text: string) {
    const why = reason('dueOn', basis, intervalText(duration, anchorOn, text), anchorOn);
    return { basis, on: addDuration(anchorOn, duration), reason: why };
  }
}

function liftedReasons(wanted: Candidate, limit: Candidate | undefined): DueReason[] {
  if (!limit || limit.on <= wanted.on) return [];
  const text = `moved to the earliest day, ${dayText(limit.on)} (${limit.reason.text})`;
  return [reason('dueOn', 'lifted-to-earliest', text, limit.reason.sourceOn)];
}

function intervalText(duration: Duration, anchorOn: PlainDate, why: string): string {
  return `${durationText(duration)} after the session of ${dayText(anchorOn)}, ${why}`;
}

function reason(
  field: DueReason['field'],
  code: DueReason['code'],
  text: string,
  sourceOn?: PlainDate,
): DueReason {
  return { field, code, text, ...(sourceOn === undefined ? {} : { sourceOn }) };
}
