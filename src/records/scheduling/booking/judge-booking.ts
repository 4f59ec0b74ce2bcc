import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { bookingCheck, type BookingWarning } from '../../../clinical/schedule/booking-check';
import type { Taken } from '../../../clinical/schedule/free-slots';
import type { Clinic } from '../../../platform/clinic';
import { lockInjector } from '../../patients/lock-patient';

export interface JudgedBooking {
  readonly patientId: string;
  readonly courseIds: readonly string[];
  readonly startsAt: Date;
  readonly durationMin: number;
  /** Whom the booking names; null: nobody. */
  readonly injectorId: string | null;
  /** The appointments of the visit itself, which are not in its own way. */
  readonly own: readonly string[];
}

/** What speaks against a booking that follows: whoever books with the same injector waits. After the lock on the patient. */
export async function judgeBooking(
  tx: EntityManager,
  booking: JudgedBooking,
  clinic: Clinic,
): Promise<BookingWarning[]> {
  const injectorId = booking.injectorId ?? usualInjector(await booked(tx, booking.courseIds));
  if (injectorId !== null) await lockInjector(tx, injectorId);
  return warnBooking(tx, booking, clinic);
}

/** What would speak against a booking? */
export async function warnBooking(
  db: EntityManager,
  booking: JudgedBooking,
  clinic: Clinic,
): Promise<BookingWarning[]> {
  const courses = await booked(db, booking.courseIds);
  const injectorId = booking.injectorId ?? usualInjector(courses);
  const visit = {
    startsAt: booking.startsAt,
    durationMin: booking.durationMin,
    injectorId,
    earliestOn: courses.flatMap(({ earliestOn }) => earliestOn ?? []),
  };
  return bookingCheck(visit, await bookedAround(db, booking, injectorId), {
    ...clinic,
    openingHours: clinic.schedule.openingHours,
  });
}

interface BookedCourse {
  readonly earliestOn: PlainDate | null;
  readonly injectorId: string | null;
}

function booked(db: EntityManager, courseIds: readonly string[]): Promise<BookedCourse[]> {
  return db.query(
    `select earliest_on as "earliestOn", injector_id as "injectorId"
     from course_assessment where course_id = any($1::uuid[])`,
    [courseIds],
  );
}

/** Whoever gave the latest session. */
function usualInjector(courses: readonly BookedCourse[]): string | null {
  return courses.find(({ injectorId }) => injectorId !== null)?.injectorId ?? null;
}

interface Around extends Taken {
  readonly patientId: string;
}

/** Whatever is booked so near that it may share a minute: no visit is longer than eight hours. */
async function bookedAround(
  db: EntityManager,
  { patientId, startsAt, durationMin, own }: JudgedBooking,
  injectorId: string | null,
): Promise<{ ofPatient: Taken[]; ofInjector: Taken[] }> {
  const rows = await db.query<Around[]>(
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
    ofInjector: visitsOf(rows.filter((row) => row.patientId !== patientId && row.injectorId === injectorId)),
  };
}

/** The appointments of one visit are one time that is taken. */
function visitsOf(rows: readonly Around[]): Around[] {
  const key = ({ patientId, startsAt }: Around): string => `${patientId} ${startsAt.toISOString()}`;
  return rows.filter((row, i) => rows.findIndex((other) => key(other) === key(row)) === i);
}
