import { randomUUID } from 'node:crypto';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import type { Finding } from '../../../clinical/finding';
import { malformed } from '../../../platform/http/problem';
import { Course } from '../../courses/course.entity';
import { Injection } from '../../sessions/injection.entity';
import { Session } from '../../sessions/session.entity';
import { takeOverSession } from '../../sessions/taken-over/take-over-session';
import { ImportedSessionDto } from '../rows/imported-rows.dto';
import { patientOf } from '../rows/known-patients';
import { refusedFor, type Taken, type Taker } from '../rows/taking/taken';
import { courseOfDay } from './course-of-day';
import { injectorOf } from './injector-of';
import { differencesOf, type StandingSession } from './same-session';
import { sessionOfRows } from './session-of-rows';

/** The rows of a file that are one session. A course has one a day; another one of that day is left to a person. */
export const SESSIONS: Taker<ImportedSessionDto> = {
  dto: ImportedSessionDto,
  belongsTo: ({ mrn, indication, side, performedOn }) => ({
    mrn,
    performedOn,
    key: [performedOn, mrn, indication, side ?? ''].map(String).join(' '),
  }),
  async take(tx, rows, { patients, clinic, colleagues }) {
    const [{ mrn, indication, side, performedOn }] = rows;
    const patient = patientOf(patients, mrn);
    const read = sessionOfRows(rows);
    if ('problems' in read) return { outcome: 'refused', problems: read.problems };
    const courses = await tx.findBy(Course, { patientId: patient.id });
    const course = courseOfDay(courses, { indication, side, performedOn });
    const injectorId = injectorOf(read.injector, colleagues, { performedOn, zone: clinic.zone });
    const standing = await sessionsOf(tx, course.id, performedOn);
    const compared = standing.map((known) => ({ ...known, fields: differencesOf(read, injectorId, known) }));
    if (compared.some(({ fields }) => fields.length === 0)) return { outcome: 'same' };
    const other = compared.find(({ counts }) => counts);
    if (other) return refusedAsOther(other.fields, patient.id, performedOn);
    const { content, note } = read;
    const continuesId = await continuedOf(tx, course.id, read.continuesOn);
    const session = { id: randomUUID(), content, note, injectorId, continuesId };
    const notes = await takeOverSession(tx, session, { patient, course }, clinic);
    return { outcome: 'new', notes: [...read.said, ...noted(notes)], changedPatientId: patient.id };
  },
};

/** All versions of what is on record of a day: what was corrected or voided since does not come back with the same file. */
async function sessionsOf(
  tx: EntityManager,
  courseId: string,
  performedOn: PlainDate,
): Promise<(StandingSession & { readonly counts: boolean })[]> {
  const sessions = await tx.findBy(Session, { courseId, performedOn });
  if (sessions.length === 0) return [];
  const injections = await tx.findBy(Injection, { sessionId: In(sessions.map(({ id }) => id)) });
  return sessions.map((session) => ({
    ...session,
    injections: injections.filter(({ sessionId }) => sessionId === session.id),
    counts: session.voidedAt === null && session.replacedAt === null,
  }));
}

function refusedAsOther(fields: readonly string[], patientId: string, performedOn: PlainDate): Taken {
  return refusedFor(
    fields,
    patientId,
    (field) =>
      `A session of ${performedOn} is on record in this course with another ${field}. Correct it there, or this cell; a second session of one day is logged by hand`,
  );
}

async function continuedOf(
  tx: EntityManager,
  courseId: string,
  continuesOn: PlainDate | undefined,
): Promise<string | undefined> {
  if (continuesOn === undefined) return undefined;
  const counting = { courseId, performedOn: continuesOn, voidedAt: IsNull(), replacedAt: IsNull() };
  const continued = await tx.findOneBy(Session, { ...counting, continuesId: IsNull() });
  if (!continued)
    throw malformed(
      '/continuesOn',
      'no-such-session',
      `There is no session of ${continuesOn} in this course that could be continued: correct the day, or leave it out`,
    );
  return continued.id;
}

function noted(notes: readonly Finding[]): string[] {
  if (notes.length === 0) return [];
  const codes = [...new Set(notes.map(({ code }) => code))].join(', ');
  return [`is taken over with what the check would have said as notes of the session: ${codes}`];
}
