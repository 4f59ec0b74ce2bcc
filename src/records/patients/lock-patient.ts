import { In, type EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../platform/database/advisory-locks';
import { Problem } from '../../platform/http/problem';
import { Course } from '../courses/course.entity';
import { Patient } from './patient.entity';

/**
 * Keeps everybody else from writing to this patient until the transaction ends. A rule that spans a patient's courses
 * holds only if what it was judged on was read after this.
 *
 * The order of locks: all patients, the one patient, the injector of a booking, then the rows. What the clinic has set stays as it is from here on.
 */
export async function lockPatient(tx: EntityManager, patientId: string): Promise<Patient> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [ADVISORY_LOCKS.allPatients]);
  const patient = await tx.findOne(Patient, {
    where: { id: patientId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!patient) throw new Problem('not-found', 'No such patient.');
  if (patient.mergedInto !== null)
    throw new Problem(
      'conflict',
      `This record was merged into another one of the same person: write to ${patient.mergedInto}, or undo the merge.`,
    );
  return patient;
}

/** The same for several patients, merged ones too, always in one order. Whoever is not there is left out. */
export async function lockPatients(
  tx: EntityManager,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, Patient>> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [ADVISORY_LOCKS.allPatients]);
  const patients = await tx.find(Patient, {
    where: { id: In([...patientIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(patients.map((patient) => [patient.id, patient]));
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

/** Keeps everybody else from booking with this injector: two patients are not given the same time unasked. */
export async function lockInjector(tx: EntityManager, injectorId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`injector ${injectorId}`]);
}

/**
 * Waits for those who write to a patient, and keeps everybody from doing so until the transaction ends: what is derived of
 * all patients misses nothing that was written meanwhile, and nobody derives by settings that have changed since. The
 * settings are read after this. Those who come meanwhile wait in turn, so that it is not overtaken for ever.
 */
export async function lockAllPatients(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.allPatients]);
}
