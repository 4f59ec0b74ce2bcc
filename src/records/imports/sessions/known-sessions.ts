import { In, type EntityManager } from 'typeorm';
import type { AnswersTo } from '../../../platform/database/read-together';
import type { StoredSession } from '../../assessment/course-history.query';
import { withSession } from '../../assessment/stored-sessions';
import { Course } from '../../courses/course.entity';
import { Injection } from '../../sessions/injection.entity';
import { readContexts, type CONTEXT } from '../../sessions/judging/session-context.query';
import { Session } from '../../sessions/session.entity';
import { listedBy } from '../rows/listed-by';
import type { StandingSession } from './same-session';

type Standing = StandingSession & { readonly performedOn: string; readonly counts: boolean };

/** What sessions of a file are compared with and judged by. What is taken of the file is known to the next of its rows. */
export interface KnownSessions {
  readonly coursesOf: (patientId: string) => readonly Course[];
  /** All versions of what is on record of a day: what was corrected or voided since does not come back with the same file. */
  readonly standingOn: (courseId: string, performedOn: string) => readonly Standing[];
  readonly foundFor: (course: Course) => AnswersTo<typeof CONTEXT>;
  readonly add: (course: Course, session: Omit<Standing, 'counts'>, stored: StoredSession) => void;
}

/** Reads it for all courses of some patients. After the lock on them. */
export async function readKnownSessions(
  tx: EntityManager,
  patientIds: readonly string[],
): Promise<KnownSessions> {
  const courses = await tx.findBy(Course, { patientId: In([...patientIds]) });
  const found = new Map(await readContexts(tx, courses));
  const standing = await readStanding(
    tx,
    courses.map(({ id }) => id),
  );
  const ofPatient = listedBy(courses, ({ patientId }) => patientId);
  return {
    coursesOf: (patientId) => ofPatient.get(patientId) ?? [],
    standingOn: (courseId, performedOn) =>
      (standing.get(courseId) ?? []).filter((session) => session.performedOn === performedOn),
    foundFor: ({ id }) => found.get(id)!,
    add(course, session, stored) {
      standing.set(course.id, [...(standing.get(course.id) ?? []), { ...session, counts: true }]);
      for (const { id } of ofPatient.get(course.patientId)!) {
        const before = found.get(id)!;
        found.set(id, { ...before, courses: withSession(before.courses, course.id, stored) });
      }
    },
  };
}

async function readStanding(
  tx: EntityManager,
  courseIds: readonly string[],
): Promise<Map<string, Standing[]>> {
  const sessions = await tx.findBy(Session, { courseId: In([...courseIds]) });
  const injections = await tx.findBy(Injection, { sessionId: In(sessions.map(({ id }) => id)) });
  const given = listedBy(injections, ({ sessionId }) => sessionId);
  const standing = sessions.map((session) => ({
    ...session,
    injections: given.get(session.id) ?? [],
    counts: session.voidedAt === null && session.replacedAt === null,
  }));
  return listedBy(standing, ({ courseId }) => courseId);
}
