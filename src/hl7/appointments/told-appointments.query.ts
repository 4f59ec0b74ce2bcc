import { In, IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { Course } from '../../records/courses/course.entity';
import { Appointment } from '../../records/scheduling/appointment.entity';
import type { Hl7MessageRow } from '../hl7-message.entity';
import { Hl7AppointmentRow } from './hl7-appointment.entity';
import type { ToldNumbers } from './reading/read-appointment';
import { asksForCourse, courseName } from './said-of-appointment';
import type { CandidateCourse } from './tell-course';

/**
 * The appointment that a sender means by its numbers. That of whoever booked it decides; the asker’s serves where one of the two
 * has no other, and where it names one appointment alone: several may have been asked for under one number.
 */
export async function findTold(
  tx: EntityManager,
  { sender, placerId, fillerId }: ToldNumbers,
): Promise<Hl7AppointmentRow | undefined> {
  if (fillerId !== undefined) {
    const filled = await tx.findOneBy(Hl7AppointmentRow, { sender, fillerId });
    if (filled) return filled;
  }
  if (placerId === undefined) return undefined;
  const placed = await tx.findBy(Hl7AppointmentRow, { sender, placerId });
  const meant = placed.filter((row) => row.fillerId === null || fillerId === undefined);
  return meant.length === 1 ? meant[0] : undefined;
}

export interface CourseOfPatient extends CandidateCourse {
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

/** The courses of a patient, the oldest first, each with the days from today on for which it is booked. */
export function coursesOf(
  tx: EntityManager,
  patientId: string,
  { zone, today }: { readonly zone: string; readonly today: PlainDate },
): Promise<CourseOfPatient[]> {
  return tx.query(
    `select c.id, c.indication, c.side, c.ended_on as "endedOn", ca.earliest_on as "earliestOn",
       array(select distinct (a.starts_at at time zone $2)::date::text from appointment a
         where a.course_id = c.id and a.status = 'booked' and (a.starts_at at time zone $2)::date >= $3::date
         order by 1) as "bookedOn"
     from course c left join course_assessment ca on ca.course_id = c.id
     where c.patient_id = $1 order by c.created_at, c.id`,
    [patientId, zone, today],
  );
}

/** What is booked of a course at this very time, and was told by nobody. */
export async function untoldAt(
  tx: EntityManager,
  courseId: string,
  startsAt: Date,
): Promise<Appointment | undefined> {
  const found = await tx
    .createQueryBuilder(Appointment, 'a')
    .where('a.course_id = :courseId and a.starts_at = :startsAt', { courseId, startsAt })
    .andWhere(
      `a.status = 'booked' and not exists (select from hl7_appointment h where h.appointment_id = a.id)`,
    )
    .orderBy('a.id')
    .limit(1)
    .getOne();
  return found ?? undefined;
}

/** A course that a message may be for, and its name. */
export interface CourseAsked {
  readonly id: string;
  readonly name: string;
}

/** Of messages that wait to be told for which course they are: the courses of their patients that go on, by message. */
export async function coursesAsked(
  db: EntityManager,
  messages: readonly Pick<Hl7MessageRow, 'id' | 'state' | 'reason' | 'patientId'>[],
): Promise<ReadonlyMap<string, readonly CourseAsked[]>> {
  const asking = messages.filter(({ state, reason }) => state === 'waiting' && asksForCourse(reason));
  if (asking.length === 0) return new Map();
  const courses = await db.find(Course, {
    where: { patientId: In(asking.map(({ patientId }) => patientId)), endedOn: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return new Map(
    asking.map(({ id, patientId }) => [
      id,
      courses
        .filter((course) => course.patientId === patientId)
        .map((course) => ({ id: course.id, name: courseName(course) })),
    ]),
  );
}
