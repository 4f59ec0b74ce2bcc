import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { bookingCheck, type BookingCode, type BookingFinding } from '../../clinical/schedule/booking-check';
import type { Taken } from '../../clinical/schedule/free-slots';
import type { Clinic } from '../../platform/clinic';
import { Problem } from '../../platform/http/problem';
import { lockInjector } from '../patients/lock-patient';

/** A finding as it is kept with an appointment: the reason for booking all the same, where it asked for one. */
export type AnsweredBookingFinding = BookingFinding & { readonly reason?: string };

export interface JudgedBooking {
  readonly patientId: string;
  readonly courseIds: readonly string[];
  readonly startsAt: Date;
  readonly durationMin: number;
  /** Whom the booking names; null: nobody. */
  readonly injectorId: string | null;
  /** The appointments of the visit itself, which are not in its own way. */
  readonly own: readonly string[];
  /** Left out: everything is judged. Of a visit that stays where it was, only who is beside it. */
  readonly stays?: boolean;
  readonly confirmed: readonly { readonly code: BookingCode; readonly reason: string }[];
}

/**
 * What speaks against a booking, with the answers to it. After the lock on the patient; locks the injector.
 *
 * @throws Problem 422 while something is asked and not answered.
 */
export async function judgeBooking(
  tx: EntityManager,
  booking: JudgedBooking,
  clinic: Clinic,
): Promise<AnsweredBookingFinding[]> {
  const courses = await tx.query<{ earliestOn: PlainDate | null; injectorId: string | null }[]>(
    `select earliest_on as "earliestOn", injector_id as "injectorId"
     from course_assessment where course_id = any($1::uuid[])`,
    [booking.courseIds],
  );
  const usual = courses.find(({ injectorId }) => injectorId !== null)?.injectorId ?? null;
  const injectorId = booking.injectorId ?? usual;
  if (injectorId !== null) await lockInjector(tx, injectorId);
  const visit = {
    startsAt: booking.startsAt,
    durationMin: booking.durationMin,
    injectorId,
    named: booking.injectorId !== null,
    earliestOn: courses.flatMap(({ earliestOn }) => earliestOn ?? []),
  };
  const found = bookingCheck(visit, await bookedAround(tx, booking, injectorId), {
    ...clinic,
    openingHours: clinic.schedule.openingHours,
  }).filter(({ code }) => !booking.stays || code === 'double-booking' || code === 'clash');
  return answered(found, booking.confirmed);
}

function answered(
  findings: readonly BookingFinding[],
  confirmed: JudgedBooking['confirmed'],
): AnsweredBookingFinding[] {
  const reasons = new Map(confirmed.map(({ code, reason }) => [code, reason]));
  const open = findings.filter(({ code, severity }) => severity === 'confirm' && !reasons.has(code));
  if (open.length > 0) {
    const said = open.map(({ message }) => message).join(' ');
    throw new Problem('rule-broken', `Not booked yet. ${said}`, { findings });
  }
  return findings.map((finding) => {
    const reason = finding.severity === 'confirm' ? reasons.get(finding.code) : undefined;
    return reason === undefined ? finding : { ...finding, reason };
  });
}

interface Around extends Taken {
  readonly patientId: string;
}

/** Whatever is booked so near that it may share a minute: no visit is longer than eight hours. */
async function bookedAround(
  tx: EntityManager,
  { patientId, startsAt, durationMin, own }: JudgedBooking,
  injectorId: string | null,
): Promise<{ ofPatient: Taken[]; ofInjector: Taken[] }> {
  const rows = await tx.query<Around[]>(
    `select c.patient_id as "patientId", coalesce(a.injector_id, ca.injector_id) as "injectorId",
       a.starts_at as "startsAt", a.duration_min as "durationMin"
     from appointment a join course c on c.id = a.course_id
     left join course_assessment ca on ca.course_id = c.id
     where a.status = 'booked' and not a.id = any($4::uuid[])
       and a.starts_at > $1::timestamptz - interval '8 hours'
       and a.starts_at < $1::timestamptz + make_interval(mins => $2)
       and (c.patient_id = $3 or coalesce(a.injector_id, ca.injector_id) = $5)
     order by a.starts_at, a.id`,
    [startsAt, durationMin, patientId, own, injectorId],
  );
  return {
    ofPatient: rows.filter((row) => row.patientId === patientId),
    ofInjector: rows.filter((row) => row.patientId !== patientId && row.injectorId === injectorId),
  };
}
