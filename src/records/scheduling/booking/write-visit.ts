import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ClinicNow } from '../../../platform/clinic';
import { changeRow, findOrRefuse } from '../../../platform/database/change-row';
import { refuseUnlessVersion } from '../../../platform/http/if-match';
import { lockPatientOf } from '../../patients/lock-patient';
import { Appointment } from '../appointment.entity';
import type { BookAppointmentDto, ChangeAppointmentDto } from '../scheduling.dto';
import { judgeBooking } from './judge-booking';
import { besides, meantVisit, refuseBooking, refuseUnlessInjects } from './visit';

interface Booking {
  readonly id: string;
  readonly courseId: string;
  readonly dto: BookAppointmentDto;
}

/** Books a visit, an appointment for each course that is meant; what speaks against its time is kept with it. */
export async function bookVisit(
  tx: EntityManager,
  { id, courseId, dto }: Booking,
  clinicNow: ClinicNow,
): Promise<void> {
  const { patient, course } = await lockPatientOf(tx, courseId);
  const clinic = await clinicNow.read(tx);
  const visit = await meantVisit(tx, { patient, course }, dto, clinic);
  const warnings = await judgeBooking(tx, { ...visit, own: [] }, clinic);
  const { startsAt, durationMin, courseIds } = visit;
  const { alsoFor: _, ...fields } = dto;
  for (const meant of courseIds) {
    await tx.insert(Appointment, {
      ...fields,
      id: meant === courseId ? id : randomUUID(),
      courseId: meant,
      visitId: courseIds.length > 1 ? id : null,
      startsAt,
      durationMin,
      warnings,
      status: 'booked',
      version: 1,
    });
  }
}

interface Change {
  readonly id: string;
  /** As it was seen. */
  readonly version: number;
  readonly dto: ChangeAppointmentDto;
}

/** Changes an appointment, and with it all of its visit. What speaks against another time is judged again. */
export async function changeVisit(
  tx: EntityManager,
  { id, version, dto }: Change,
  clinicNow: ClinicNow,
): Promise<void> {
  const { courseId } = await findOrRefuse(tx, Appointment, id, 'appointment');
  const { patient, course } = await lockPatientOf(tx, courseId);
  const before = await tx.findOneByOrFail(Appointment, { id });
  refuseUnlessVersion(before.version, version);
  if (dto.status === 'booked' || dto.startsAt !== undefined) refuseBooking(patient, course);
  if (dto.injectorId) await refuseUnlessInjects(tx, dto.injectorId);
  const { startsAt: at, ...fields } = dto;
  const after = { ...before, ...fields, ...(at !== undefined && { startsAt: new Date(at) }) };
  const others = await besides(tx, before);
  const warnings = takesOtherTime(before, after)
    ? await judgeBooking(
        tx,
        {
          ...after,
          patientId: patient.id,
          courseIds: [courseId, ...others.map((other) => other.courseId)],
          own: [id, ...others.map((other) => other.id)],
        },
        await clinicNow.read(tx),
      )
    : before.warnings;
  for (const row of [before, ...others]) {
    await changeRow(tx, Appointment, row, {
      ...fields,
      warnings,
      ...(dto.status && dto.status !== 'cancelled' && { cancelReason: null }),
      ...(dto.status && { attendedSessionId: null }),
      startsAt: after.startsAt,
    });
  }
}

/** Is somebody booked at a time, or for a while, at which they were not before? */
function takesOtherTime(before: Appointment, after: Appointment): boolean {
  if (after.status !== 'booked') return false;
  return (
    before.status !== 'booked' ||
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.durationMin < after.durationMin ||
    before.injectorId !== after.injectorId
  );
}
