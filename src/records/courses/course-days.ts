import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { contradicting, malformed, Problem } from '../../platform/http/problem';
import { Patient } from '../patients/patient.entity';
import { Session } from '../sessions/session.entity';
import { Course } from './course.entity';
import type { ChangeCourseDto } from './courses.dto';

/** A course goes on while its patient lives and no other one has taken its place. */
export async function refuseReopening(
  tx: EntityManager,
  { patientId, indication, side }: Course,
): Promise<void> {
  const patient = await tx.findOneByOrFail(Patient, { id: patientId });
  if (patient.deceasedOn)
    throw new Problem('conflict', `This patient died on ${patient.deceasedOn}: no course goes on.`);
  const active = { patientId, indication, side: side ?? IsNull(), endedOn: IsNull() };
  if (!(await tx.existsBy(Course, active))) return;
  throw new Problem(
    'conflict',
    'Another course of this patient for the same indication and side goes on. End that one first, or go on there.',
  );
}

/** A course begins on or before its first session, after the patient's birth. */
export async function refuseUnfitStart(
  tx: EntityManager,
  course: Course,
  { startedOn }: ChangeCourseDto,
): Promise<void> {
  if (!startedOn || startedOn === course.startedOn) return;
  const { birthDate } = await tx.findOneByOrFail(Patient, { id: course.patientId });
  if (birthDate && startedOn < birthDate)
    throw malformed('/startedOn', 'before-birth', 'startedOn lies before the birth of this patient');
  if (course.endedOn && startedOn > course.endedOn)
    throw contradicting(
      '/startedOn',
      'after-end',
      `The course ended on ${course.endedOn}, before ${startedOn}`,
    );
  const [first] = await tx.find(Session, {
    where: counting(course.id),
    order: { performedOn: 'ASC' },
    take: 1,
  });
  if (!first || first.performedOn >= startedOn) return;
  throw contradicting(
    '/startedOn',
    'after-session',
    `The first session was on ${first.performedOn}: a course cannot begin after it. Correct that session first.`,
  );
}

/** The last session that counts, in the order of the record. */
export async function lastSessionOf(tx: EntityManager, courseId: string): Promise<Session | undefined> {
  const order = { performedOn: 'DESC', createdAt: 'DESC', id: 'DESC' } as const;
  const [last] = await tx.find(Session, { where: counting(courseId), order, take: 1 });
  return last;
}

function counting(courseId: string): FindOptionsWhere<Session> {
  return { courseId, voidedAt: IsNull(), replacedAt: IsNull() };
}
