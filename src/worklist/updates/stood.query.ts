import type { EntityManager } from 'typeorm';
import type { StoodRow } from './work-list';

/** The courses of some patients: a list of courses shows none but these of them. */
export function coursesOfPatients(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<readonly StoodRow[]> {
  return db.query(
    'select course_id as id, patient_id as "patientId" from course_assessment where patient_id = any($1::uuid[])',
    [patientIds],
  );
}
