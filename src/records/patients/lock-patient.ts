import { In, type EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
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
  return lockRow(tx, patientId);
}

async function lockRow(tx: EntityManager, patientId: string): Promise<Patient> {
  const patient = await tx.findOne(Patient, {
    where: { id: patientId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!patient) throw new Problem('not-found', 'No such patient.');
  return refuseMerged(patient);
}

function refuseMerged<P extends Pick<Patient, 'mergedInto'>>(patient: P): P {
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
  const [found] = await tx.query<{ patientId: string }[]>(OF_COURSE, [courseId, ADVISORY_LOCKS.allPatients]);
  if (!found) throw new Problem('not-found', 'No such course.');
  const patient = await lockRow(tx, found.patientId);
  const course = await tx.findOneByOrFail(Course, { id: courseId });
  refuseMoved(course, patient);
  return { patient, course };
}

/** While its patient was waited for, a merge or the end of one may have given the course to another record. */
export function refuseMoved(course: Pick<Course, 'patientId'>, patient: Pick<Patient, 'id'>): void {
  if (course.patientId !== patient.id)
    throw new Problem(
      'conflict',
      'This course has just gone to another record of its patient: send it again.',
    );
}

/**
 * The same for whoever reads the course together with other things, and asks for all by its key from here on: large
 * statements, for which the database makes its plan once and not for each patient. Both statements are sent at once.
 */
export async function lockPatientToRead(tx: EntityManager, courseId: string): Promise<JudgedPatient> {
  const [, [patient]] = await Promise.all([
    tx.query(BY_KEYS, [ADVISORY_LOCKS.allPatients]),
    tx.query<JudgedPatient[]>(LOCKED, [courseId]),
  ]);
  if (!patient) throw new Problem('not-found', 'No such course.');
  return refuseMerged(patient);
}

/** What a session is judged by of its patient. */
export type JudgedPatient = Pick<
  Patient,
  | 'id'
  | 'birthDate'
  | 'sex'
  | 'handedness'
  | 'weightKg'
  | 'weightMeasuredOn'
  | 'deceasedOn'
  | 'priorToxinTolerance'
  | 'mergedInto'
>;

const LOCKED = `
select p.id, p.birth_date as "birthDate", p.sex, p.handedness, p.weight_kg as "weightKg",
  p.weight_measured_on as "weightMeasuredOn", p.deceased_on as "deceasedOn",
  p.prior_toxin_tolerance as "priorToxinTolerance", p.merged_into as "mergedInto"
from course c join patient p on p.id = c.patient_id where c.id = $1 for update of p`;

const BY_KEYS = `select pg_advisory_xact_lock_shared($1), set_config('plan_cache_mode', 'force_generic_plan', true)`;

const OF_COURSE = `select patient_id as "patientId", pg_advisory_xact_lock_shared($2) from course where id = $1`;

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
