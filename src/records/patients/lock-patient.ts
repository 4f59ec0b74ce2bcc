import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/http/problem';
import { Course } from '../courses/course.entity';
import { Patient } from './patient.entity';

/**
 * Keeps everybody else from writing to this patient until the transaction ends. A rule that spans a patient's courses
 * holds only if what it was judged on was read after this.
 */
export async function lockPatient(tx: EntityManager, patientId: string): Promise<Patient> {
  const patient = await tx.findOne(Patient, {
    where: { id: patientId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!patient) throw new Problem('not-found', 'No such patient.');
  return patient;
}

/** Locks the patient of a course, then reads the course. */
export async function lockPatientOf(
  tx: EntityManager,
  courseId: string,
): Promise<{ patient: Patient; course: Course }> {
  const found = await tx.findOneBy(Course, { id: courseId });
  if (!found) throw new Problem('not-found', 'No such course.');
  const patient = await lockPatient(tx, found.patientId);
  return { patient, course: await tx.findOneByOrFail(Course, { id: courseId }) };
}
