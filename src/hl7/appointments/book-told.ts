import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { Appointment } from '../../records/scheduling/appointment.entity';
import { bookVisit, changeVisit } from '../../records/scheduling/booking/write-visit';
import { waiting, type Outcome } from '../taking/outcome';
import { unlikely } from './appointment-step';
import { Hl7AppointmentRow } from './hl7-appointment.entity';
import { isOver, type ToldAppointment } from './reading/read-appointment';
import { noCourseWords, saidOf } from './said-of-appointment';
import type { Told } from './told';
import { tellCourse } from './tell-course';
import { coursesOf, untoldAt } from './told-appointments.query';

/** The first that is told of an appointment: it is booked, or known by its numbers from now on where it is booked already. */
export async function bookTold(
  tx: EntityManager,
  { told, patient, taking, clinicNow }: Told,
): Promise<Outcome> {
  const { status, startsAt } = told;
  const { id: patientId, deceasedOn } = patient;
  const clinic = await clinicNow.read(tx);
  if (!startsAt)
    return waiting('It tells of an appointment that is not known here, and not when it is', patientId);
  const day = dayIn(clinic.zone, startsAt);
  const courses = await coursesOf(tx, patientId, clinic);
  const found = tellCourse(courses, day, taking.courseId);
  const nowhere = deceasedOn !== null || ('why' in found && (found.why === 'none' || found.why === 'ended'));
  if (nowhere && status === 'cancelled')
    return { state: 'same', reason: 'Nothing of it was booked here', patientId };
  if (deceasedOn) return waiting(`This patient died on ${deceasedOn}: nothing can be booked`, patientId);
  const doubt = unlikely(status, day, clinic.today);
  // Whoever says the course is told at once what else it asks.
  if ('why' in found) return waiting([noCourseWords(found), ...(doubt ? [doubt] : [])].join('; '), patientId);
  if (doubt && !taking.evenSo) return waiting(doubt, patientId);
  const { id: courseId } = found.course;
  const booked = await untoldAt(tx, courseId, startsAt);
  const id = booked?.id ?? randomUUID();
  if (!booked) {
    const dto = { startsAt: startsAt.toISOString(), durationMin: told.durationMin };
    await bookVisit(tx, { id, courseId, dto }, clinicNow);
  }
  if (isOver(status))
    await changeVisit(tx, { id, version: booked?.version ?? 1, dto: { status } }, clinicNow);
  const appointment = await tx.findOneByOrFail(Appointment, { id });
  await know(tx, told, { appointment, toldAt: taking.occurredAt });
  const state = booked?.version === appointment.version ? 'same' : 'done';
  return { state, reason: saidOf(told, appointment), patientId };
}

async function know(
  tx: EntityManager,
  { sender, placerId, fillerId }: ToldAppointment,
  { appointment, toldAt }: { readonly appointment: Appointment; readonly toldAt: Date },
): Promise<void> {
  await tx.insert(Hl7AppointmentRow, {
    id: randomUUID(),
    sender,
    placerId,
    fillerId,
    appointmentId: appointment.id,
    courseId: appointment.courseId,
    appointmentVersion: appointment.version,
    toldAt,
    version: 1,
  });
}
