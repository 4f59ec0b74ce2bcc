import type { EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { changeRow } from '../../platform/database/change-row';
import { Course } from '../../records/courses/course.entity';
import { Appointment } from '../../records/scheduling/appointment.entity';
import { changeVisit } from '../../records/scheduling/booking/write-visit';
import type { ChangeAppointmentDto } from '../../records/scheduling/scheduling.dto';
import { waiting, type Outcome } from '../taking/outcome';
import { appointmentStep, unlikely } from './appointment-step';
import { Hl7AppointmentRow } from './hl7-appointment.entity';
import { isOver, type ToldAppointment } from './reading/read-appointment';
import { saidOf } from './said-of-appointment';
import type { Told } from './told';

/** What is told of an appointment that is known is written over it, where it is newer. */
export async function changeTold(
  tx: EntityManager,
  known: Hl7AppointmentRow,
  { told, patient, taking: { occurredAt, evenSo }, clinicNow }: Told,
): Promise<Outcome> {
  const { id: patientId, deceasedOn } = patient;
  const { zone, today } = await clinicNow.read(tx);
  const before = await tx.findOneByOrFail(Appointment, { id: known.appointmentId });
  const course = await tx.findOneByOrFail(Course, { id: before.courseId });
  if (course.patientId !== patientId)
    return waiting(
      'An appointment under its number was told of another patient: look whose it is, and book it by hand',
      patientId,
    );
  const changedHereAt = before.version === known.appointmentVersion ? null : before.updatedAt;
  const standing = { ...before, toldAt: known.toldAt, changedHereAt };
  const step = appointmentStep(told, { occurredAt }, standing);
  if (step === 'overtaken') return { state: 'overtaken', reason: null, patientId };
  if (step !== 'same') {
    if (!isOver(told.status) && (deceasedOn || course.endedOn))
      return waiting(
        deceasedOn
          ? `This patient died on ${deceasedOn}: nothing can be booked`
          : `Its course ended on ${course.endedOn}: nothing can be booked`,
        patientId,
      );
    const day = dayIn(zone, told.startsAt ?? before.startsAt);
    const doubt = step === 'write' ? unlikely(told.status, day, today) : ASKED[step];
    if (doubt && !evenSo) return waiting(doubt, patientId);
    await changeVisit(
      tx,
      { id: before.id, version: before.version, dto: changesOf(told, before) },
      clinicNow,
    );
  }
  const after = await tx.findOneByOrFail(Appointment, { id: before.id });
  await changeRow(tx, Hl7AppointmentRow, known, {
    placerId: told.placerId ?? known.placerId,
    fillerId: told.fillerId ?? known.fillerId,
    appointmentVersion: after.version,
    toldAt: occurredAt,
  });
  return step === 'same'
    ? { state: 'same', reason: null, patientId }
    : { state: 'done', reason: saidOf(told, after), patientId };
}

const ASKED = {
  'ask-attended': 'They came to this appointment, and the message says otherwise: ask the sender',
  'ask-changed':
    'The appointment was changed here after what the message tells of: look which of the two holds',
} as const;

/** The time of one that is over stays what it was. */
function changesOf(
  { status, startsAt, durationMin }: ToldAppointment,
  before: Appointment,
): ChangeAppointmentDto {
  if (isOver(status)) return { status };
  return {
    ...(before.status !== 'booked' && { status: 'booked' }),
    ...(startsAt && { startsAt: startsAt.toISOString() }),
    ...(durationMin !== undefined && { durationMin }),
  };
}
