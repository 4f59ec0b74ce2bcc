import { In, type EntityManager } from 'typeorm';
import { visitMinutes } from '../../../clinical/schedule/visit-length';
import type { Clinic } from '../../../platform/clinic';
import { findOrRefuse } from '../../../platform/database/change-row';
import { malformed, Problem } from '../../../platform/http/problem';
import { findEnabledUser } from '../../../platform/users/user.query';
import { Course } from '../../courses/course.entity';
import type { Patient } from '../../patients/patient.entity';
import { coursesMeant } from '../also-for';
import { Appointment } from '../appointment.entity';
import type { BookAppointmentDto } from '../scheduling.dto';

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
  return rows.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The appointments of the visit that this one is of, this one first. */
export async function visitOf(
  db: EntityManager,
  appointmentId: string | undefined,
): Promise<readonly Appointment[]> {
  if (appointmentId === undefined) return [];
  const appointment = await findOrRefuse(db, Appointment, appointmentId, 'appointment');
  return [appointment, ...(await besides(db, appointment))];
}

interface MeantVisit {
  readonly patientId: string;
  readonly courseIds: readonly string[];
  readonly startsAt: Date;
  readonly durationMin: number;
  readonly injectorId: string | null;
}

/** Which visit a booking means: for what, when, how long and with whom. */
export async function meantVisit(
  db: EntityManager,
  { patient, course }: { readonly patient: Patient; readonly course: Course },
  { alsoFor, startsAt, durationMin, injectorId = null }: BookAppointmentDto,
  { schedule }: Clinic,
): Promise<MeantVisit> {
  const courseIds = await coursesMeant(db, course, alsoFor);
  const courses = await db.findBy(Course, { id: In(courseIds) });
  for (const meant of courses) refuseBooking(patient, meant);
  if (injectorId !== null) await refuseUnlessInjects(db, injectorId);
  const indications = courses.map(({ indication }) => indication);
  return {
    patientId: patient.id,
    courseIds,
    startsAt: new Date(startsAt),
    durationMin: durationMin ?? visitMinutes(indications, schedule.visitLengths),
    injectorId,
  };
}

/** Only whoever works here gives injections in days to come. */
export async function refuseUnlessInjects(db: EntityManager, id: string): Promise<void> {
  const user = await findEnabledUser(db, id);
  if (user?.role !== 'neurologist')
    throw malformed('/injectorId', 'not-a-neurologist', 'injectorId must name a neurologist of this clinic');
}

/** Nothing is booked for a course that ended. */
export function refuseBooking({ deceasedOn }: Patient, { endedOn }: Course): void {
  if (deceasedOn) throw new Problem('conflict', 'This patient has died: nothing can be booked.');
  if (endedOn) throw new Problem('conflict', `This course ended on ${endedOn}: nothing can be booked.`);
}
