import type { EntityManager } from 'typeorm';
import { findOrRefuse } from '../../../platform/database/change-row';
import { Problem } from '../../../platform/http/problem';
import type { Course } from '../../courses/course.entity';
import { lockPatientOf } from '../../patients/lock-patient';
import type { Patient } from '../../patients/patient.entity';
import { Session } from '../session.entity';

export interface LockedSession {
  readonly session: Session;
  readonly patient: Patient;
  readonly course: Course;
}

/** The version of a session that counts, its patient locked. */
export async function lockSession(tx: EntityManager, id: string): Promise<LockedSession> {
  const found = await findOrRefuse(tx, Session, id, 'session');
  const of = await lockPatientOf(tx, found.courseId);
  const session = await tx.findOneByOrFail(Session, { id });
  if (session.voidedAt) throw new Problem('conflict', 'This session is void.');
  if (session.replacedAt)
    throw new Problem('conflict', 'This session has been amended already. Take the newest version.');
  return { session, ...of };
}
