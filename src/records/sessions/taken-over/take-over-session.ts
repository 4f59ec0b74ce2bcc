import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../clinical/finding';
import { takenOver } from '../../../clinical/session-check/corrections/taken-over';
import type { Clinic } from '../../../platform/clinic';
import { shapeProblem } from '../../../platform/http/problem';
import type { Course } from '../../courses/course.entity';
import type { Patient } from '../../patients/patient.entity';
import { attendBy } from '../../scheduling/end-arrangements';
import { continuedSession } from '../judging/continued-session';
import { judgeSession } from '../judging/judge-session';
import { insertSession } from '../session-rows';
import type { SessionContent } from '../standing-session.query';

export interface SessionToTakeOver {
  readonly id: string;
  readonly content: Omit<SessionContent, 'confirmed'>;
  readonly note: string | null;
  readonly injectorId: string;
  readonly continuesId: string | undefined;
}

/**
 * Writes a session that stands in another record, with what the check would have said as its notes. Its patient is locked;
 * the courses are derived again by whoever takes it over.
 *
 * @throws Problem 400 for one that cannot have been given on its day.
 */
export async function takeOverSession(
  tx: EntityManager,
  { id, content, note, injectorId, continuesId }: SessionToTakeOver,
  { patient, course }: { readonly patient: Patient; readonly course: Course },
  clinic: Clinic,
): Promise<readonly Finding[]> {
  const { id: courseId } = course;
  const continued = await continuedSession(tx, continuesId, { ...content, courseId }, clinic.rules);
  // A course that is over by now was not when the session was given.
  const of = { patient, course: { ...course, endedOn: null }, continued };
  const { findings } = await judgeSession(tx, content, of, clinic);
  const { impossible, notes } = takenOver(findings, clinic.today);
  if (impossible.length > 0)
    throw shapeProblem(impossible.map(({ code, message }) => ({ pointer: '/performedOn', code, message })));
  await insertSession(tx, {
    ...content,
    id,
    rootId: id,
    courseId,
    injectorId,
    note,
    findings: [...notes],
    continuesId: continued?.rootId ?? null,
    begun: { protocolId: null, protocolVersion: null },
    origin: 'import',
  });
  await attendBy(tx, { courseId, rootId: id, performedOn: content.performedOn, isNew: true }, clinic.zone);
  return notes;
}
