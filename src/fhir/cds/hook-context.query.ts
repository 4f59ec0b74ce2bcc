import { In, type EntityManager } from 'typeorm';
import type { ToxinProduct } from '../../clinical/units';
import { Course } from '../../records/courses/course.entity';
import { Patient } from '../../records/patients/patient.entity';
import type { HookPatient } from './cds-request';
import type { InjectedBefore } from './order-findings';

/**
 * The patient of a hook: by our id, else by a record number that only they have. Whoever was born on another day, or has
 * another record number than those that are named, is somebody else.
 */
export async function patientOfHook(
  db: EntityManager,
  { id, mrns, birthDate }: HookPatient,
): Promise<Patient | undefined> {
  const byId = id === undefined ? null : await db.findOneBy(Patient, { id });
  const found = byId ? [byId] : await db.findBy(Patient, { mrn: In([...mrns]) });
  const [patient] = found;
  if (patient === undefined || found.length > 1) return undefined;
  if (mrns.length > 0 && !mrns.includes(patient.mrn)) return undefined;
  const { birthDate: known } = patient;
  return birthDate === undefined || known === null || birthDate === known ? patient : undefined;
}

/** The courses that go on and are planned with a product; where there is none, all that go on. */
export async function coursesFor(
  db: EntityManager,
  patientId: string,
  product: ToxinProduct,
): Promise<Course[]> {
  const courses = await db.find(Course, { where: { patientId }, order: { id: 'ASC' } });
  const goingOn = courses.filter(({ endedOn }) => endedOn === null);
  const planned = goingOn.filter(({ plannedProduct }) => plannedProduct === product);
  return planned.length > 0 ? planned : goingOn;
}

/** Where the last session of a course went. */
export function lastInjected(db: EntityManager, courseId: string): Promise<InjectedBefore[]> {
  return db.query<InjectedBefore[]>(
    `select i.muscle, i.side, i.units::float8 as units from injection i
    where i.session_id = (select id from injection_session where course_id = $1 and replaced_at is null
      and voided_at is null order by performed_on desc, id desc limit 1) order by i.position`,
    [courseId],
  );
}
