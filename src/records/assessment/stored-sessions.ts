import { addDays, type PlainDate } from '../../clinical/calendar';
import type { PlainDose } from '../../clinical/session-check/propose-session';
import { unitsOf, type StoredCourse, type StoredSession } from './course-history.query';

type DoseOnRecord = PlainDose & Pick<StoredSession, 'saidAdult'>;

/**
 * The sessions of all of a patient's courses that count, to judge another one by: as a course sees them, without a session
 * that the judged one takes the place of.
 */
export function dosesOf(
  courses: readonly StoredCourse[],
  { courseId, exceptRootId }: { readonly courseId: string; readonly exceptRootId?: string },
): DoseOnRecord[] {
  return courses
    .flatMap((course) =>
      course.sessions
        .filter(({ rootId, units }) => rootId !== exceptRootId && units.length > 0)
        .map((session): DoseOnRecord => {
          const { sessionId, rootId, continuesId, performedOn, product, muscles, sides, units, saidAdult } =
            session;
          return {
            sessionId,
            courseId: course.courseId,
            sameCourse: course.courseId === courseId,
            indication: course.indication,
            performedOn,
            product,
            units: unitsOf(session),
            treatmentId: continuesId ?? rootId,
            continuation: continuesId !== null,
            saidAdult,
            muscles: muscles.map((muscle, at) => ({ muscle, side: sides[at]!, units: units[at]! })),
          };
        }),
    )
    .toSorted((a, b) => (dayAndId(a) < dayAndId(b) ? -1 : 1));
}

const dayAndId = ({ performedOn, sessionId }: PlainDose): string => `${performedOn} ${sessionId}`;

/** Courses as they are stored once one of them has a new session: what was read before it is not read again. */
export function withSession(
  courses: readonly StoredCourse[],
  courseId: string,
  added: StoredSession,
): StoredCourse[] {
  return courses.map((course) => {
    if (course.courseId !== courseId) return course;
    const later = course.sessions.findIndex(({ performedOn }) => performedOn > added.performedOn);
    const sessions = course.sessions.toSpliced(later < 0 ? course.sessions.length : later, 0, added);
    const isOfLast = sinceLast(sessions);
    const { contacts, snoozes } = course;
    return { ...course, sessions, contacts: contacts.filter(isOfLast), snoozes: snoozes.filter(isOfLast) };
  });
}

/** Those that the statement leaves out as well: what was said more than a day before the last session is over in any zone. */
function sinceLast(sessions: readonly StoredSession[]): (said: { readonly at: string }) => boolean {
  const days = sessions
    .filter(({ continuesId }) => continuesId === null)
    .map(({ performedOn }) => performedOn);
  const last = days.toSorted().at(-1);
  return ({ at }) => last === undefined || new Date(at) > startOf(addDays(last, -2));
}

function startOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
