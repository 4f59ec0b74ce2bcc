import type { PlainDate } from '../calendar';
import type { DueCourse, DueRules, IntervalRule } from '../due/due-forecast';
import type { IndicationSlug } from '../catalogue/indications';
import type { SessionCircumstances, SessionState, TreatedSession } from '../treated-session';

/** A session as the record keeps it: given, planned or taken back. */
export type HistorySession = TreatedSession & {
  readonly state: SessionState;
  /** What else is known of it: its side effects, how it was guided, whether its vials were in order. */
  readonly circumstances?: SessionCircumstances;
};

/** Everything that is known of one course: what a decision about it is made from. */
export interface CourseHistory extends Omit<DueCourse, 'sessions'> {
  readonly indication: IndicationSlug;
  readonly birthDate?: PlainDate;
  readonly crossCourse?: DueRules['crossCourse'];
  /** Minimum intervals of the payer or the clinic: beside the one of product and indication, or in its place. */
  readonly minimums?: { readonly replace: boolean; readonly rules: readonly IntervalRule[] };
  readonly sessions: readonly HistorySession[];
}

/** The sessions that were given, by day; those of one day stay in the order of the record. */
export function givenSessions(history: CourseHistory): HistorySession[] {
  const given = history.sessions.filter((session) => session.state === 'completed');
  return given.toSorted((a, b) =>
    a.performedOn < b.performedOn ? -1 : a.performedOn > b.performedOn ? 1 : 0,
  );
}
