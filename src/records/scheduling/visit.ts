import type { EntityManager } from 'typeorm';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { Problem } from '../../platform/http/problem';
import { Course } from '../courses/course.entity';
import type { Patient } from '../patients/patient.entity';
import { Appointment } from './appointment.entity';

/** The appointments of the same visit that follow this one, whatever becomes of it: those of courses that go on. */
export async function besides(tx: EntityManager, appointment: Appointment): Promise<Appointment[]> {
  const visitId = appointment.visitId ?? appointment.id;
  const rows = await tx
    .createQueryBuilder(Appointment, 'a')
    .innerJoin(Course, 'c', 'c.id = a.course_id and c.ended_on is null')
    .where('(a.visit_id = :visitId or a.id = :visitId) and a.id <> :id and a.status = :status', {
      visitId,
      id: appointment.id,
      status: appointment.status,
    })
    .getMany();
  return rows.toSorted((one, other) => one.id.localeCompare(other.id));
}

/** What the courses of a visit are for; nothing is booked for a course that ended. */
export async function indicationsOf(
  tx: EntityManager,
  patient: Patient,
  courseIds: readonly string[],
): Promise<IndicationSlug[]> {
  return Promise.all(
    courseIds.map(async (id) => {
      const course = await tx.findOneByOrFail(Course, { id });
      refuseBooking(patient, course);
      return course.indication;
    }),
  );
}

export function refuseBooking({ deceasedOn }: Patient, { endedOn }: Course): void {
  if (deceasedOn) throw new Problem('conflict', 'This patient has died: nothing can be booked.');
  if (endedOn) throw new Problem('conflict', `This course ended on ${endedOn}: nothing can be booked.`);
}
