import { assessCourse } from '../../clinical/assess-course';
import type { PlainDate } from '../../clinical/calendar';
import { plannedDose } from '../../clinical/doses/planned-dose';
import { crossCourseMinimum, type CourseBeside } from '../../clinical/due/cross-course-minimum';
import type { DeclineFlag } from '../../clinical/watch/decline-flag';
import { RULES_VERSION } from '../../clinical/rules';
import { coverOn, type CoverFacts } from './cover.query';
import type { ClinicSettings } from '../clinic-settings/settings.query';
import type { CourseFacts } from './course-history.query';
import { historyOf } from './stored-history';

/** What the decisions say of a stored course: its derived row, by the names of the columns, and what should be looked at. */
export interface AssessedCourse {
  readonly row: { readonly course_id: string; readonly due_on: PlainDate | null } & Readonly<
    Record<string, unknown>
  >;
  readonly flag: DeclineFlag | null;
}

/** `ofPatient` are the facts of all of the patient's courses. */
export function assessFacts(
  facts: CourseFacts,
  ofPatient: readonly CourseFacts[],
  cover: CoverFacts,
  settings: ClinicSettings,
  today: PlainDate,
): AssessedCourse {
  const across = settings.crossCourseMinimum
    ? crossCourseMinimum(coursesBeside(facts, ofPatient), settings.courseRules)
    : undefined;
  const { forecast, effectWindow, trend, flag } = assessCourse(
    historyOf(facts, across),
    today,
    settings.courseRules,
  );
  const last = facts.sessions.at(-1);
  const holdUntilOn =
    facts.holds
      .map((hold) => hold.untilOn)
      .toSorted()
      .at(-1) ?? null;
  const row = {
    course_id: facts.courseId,
    patient_id: facts.patientId,
    indication: facts.indication,
    side: facts.side,
    listed: facts.endedOn === null && facts.deceasedOn === null,
    injector_id: last?.injectorId ?? null,
    anchor_on: forecast?.anchorOn ?? null,
    earliest_on: forecast?.earliestOn ?? null,
    due_on: forecast?.dueOn ?? null,
    last_on_time_on: forecast?.lastOnTimeOn ?? null,
    overdue_from: forecast?.overdueFrom ?? null,
    book_on: forecast?.bookOn ?? null,
    basis: forecast?.basis ?? null,
    reasons: forecast?.reasons ?? [],
    hold_until_on: holdUntilOn,
    snoozed_until_on: facts.lastContact?.snoozeUntilOn ?? null,
    last_contact_at: facts.lastContact?.at ?? null,
    last_contact_outcome: facts.lastContact?.outcome ?? null,
    authorization_state: coverOn(
      forecast?.dueOn ?? today,
      facts,
      plannedDose(facts.plannedProduct, last),
      cover,
    ),
    trend,
    effect_window: effectWindow,
    rules_version: RULES_VERSION,
  };
  return { row, flag };
}

function coursesBeside(facts: CourseFacts, ofPatient: readonly CourseFacts[]): CourseBeside[] {
  return ofPatient
    .filter(({ courseId }) => courseId !== facts.courseId)
    .map(({ indication, birthDate, sessions }) => ({ indication, birthDate, lastSession: sessions.at(-1) }));
}
