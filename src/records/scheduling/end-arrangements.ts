import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';

/** The visit that an appointment was made for has taken place: booked on the day of a session, it counts as attended. */
export async function attendOn(
  tx: EntityManager,
  courseId: string,
  day: PlainDate,
  zone: string,
): Promise<number> {
  const [, attended] = await tx.query<[unknown, number]>(
    `update appointment set status = 'attended', version = version + 1
    where course_id = $1 and status = 'booked' and (starts_at at time zone $2)::date = $3::date`,
    [courseId, zone, day],
  );
  return attended;
}

/** Cancels what is booked from a day on, in one course or in all of a patient, and keeps why. */
export async function cancelFrom(
  tx: EntityManager,
  of: { readonly courseId: string } | { readonly patientId: string },
  { day, zone, reason }: { readonly day: PlainDate; readonly zone: string; readonly reason: string },
): Promise<void> {
  const [whose, id] = 'courseId' in of ? ['id', of.courseId] : ['patient_id', of.patientId];
  await tx.query(
    `update appointment set status = 'cancelled', cancel_reason = $4, version = version + 1
    where course_id in (select id from course where ${whose} = $1) and status = 'booked'
      and (starts_at at time zone $2)::date >= $3::date`,
    [id, zone, day, reason],
  );
}
