import { IsNull, type EntityManager } from 'typeorm';
import { Course } from '../courses/course.entity';
import { findByNumber } from './duplicates/taken-number';
import { Patient } from './patient.entity';

/** Somebody whom another system has open. */
export interface LaunchedPatient {
  readonly patientId: string;
  /** Of their courses those that have not ended. */
  readonly courseIds: readonly string[];
}

/** The patient of these record numbers; none where nobody has them, or two have. A merged record leads to the one that goes on. */
export async function launchedPatient(
  db: EntityManager,
  recordNumbers: readonly string[],
): Promise<LaunchedPatient | undefined> {
  const ids = new Set<string>();
  for (const number of recordNumbers) {
    const found = await findByNumber(db, number);
    if (found) ids.add(await goingOn(db, found));
  }
  const [patientId, another] = ids;
  if (patientId === undefined || another !== undefined) return undefined;
  const courses = await db.findBy(Course, { patientId, endedOn: IsNull() });
  return { patientId, courseIds: courses.map(({ id }) => id) };
}

async function goingOn(db: EntityManager, { id, mergedInto }: Patient): Promise<string> {
  if (mergedInto === null) return id;
  return goingOn(db, await db.findOneByOrFail(Patient, { id: mergedInto }));
}
