import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';

/** What became of the appointments of a course with one of its sessions. */
export interface Arrived {
  readonly attended: number;
  /** The days of those that counted as attended because of the session, and do so no more. */
  readonly openAgainOn: readonly PlainDate[];
}

interface Arrival {
  readonly courseId: string;
  readonly rootId: string;
  readonly performedOn: PlainDate | null;
  /** Logged just now: no appointment is attended by it yet. */
  readonly isNew?: boolean;
}

/**
 * The visit that an appointment was made for has taken place: booked on the day of a session, it counts as attended. Where
 * the session alone told that and is void, or has moved to another day, the appointment is open again: somebody has to say
 * whether they came. What the desk has told stays, and so does everything once the course has ended or the patient has died.
 */
export async function attendBy(
  tx: EntityManager,
  { courseId, rootId, performedOn, isNew }: Arrival,
  zone: string,
): Promise<Arrived> {
  const days = isNew ? [] : await openAgain(tx, { rootId, performedOn }, zone);
  const [attended] = await tx.query<[{ day: PlainDate }[], number]>(
    `update appointment set status = 'attended', attended_session_id = s.root_id, version = appointment.version + 1
    from injection_session s
    where appointment.course_id = $1 and status = 'booked'
      and s.course_id = $1 and s.voided_at is null and s.replaced_at is null
      and s.performed_on = (starts_at at time zone $2)::date and s.performed_on = any($3::date[])
    returning s.performed_on as day`,
    [courseId, zone, performedOn === null ? days : [...days, performedOn]],
  );
  const attendedDays = attended.map(({ day }) => day);
  return {
    attended: attendedDays.filter((day) => day === performedOn).length,
    openAgainOn: days.filter((day) => !attendedDays.includes(day)),
  };
}

/** What the session alone told to be attended, and tells no more. */
async function openAgain(
  tx: EntityManager,
  { rootId, performedOn }: Pick<Arrival, 'rootId' | 'performedOn'>,
  zone: string,
): Promise<PlainDate[]> {
  const [opened] = await tx.query<[{ day: PlainDate }[], number]>(
    `update appointment set status = 'booked', attended_session_id = null, version = appointment.version + 1
    from course c join patient p on p.id = c.patient_id
    where c.id = course_id and c.ended_on is null and p.deceased_on is null and attended_session_id = $1
      and (starts_at at time zone $2)::date is distinct from $3::date
    returning (starts_at at time zone $2)::date as day`,
    [rootId, zone, performedOn],
  );
  return opened.map(({ day }) => day);
}

/** The days after a session for which its course is still booked, though the next one is not possible by then. */
export async function bookedTooEarly(
  tx: EntityManager,
  courseId: string,
  {
    performedOn,
    earliestOn,
    zone,
  }: Readonly<Record<'performedOn' | 'earliestOn', PlainDate>> & {
    readonly zone: string;
  },
): Promise<PlainDate[]> {
  const booked = await tx.query<{ day: PlainDate }[]>(
    `select distinct (starts_at at time zone $2)::date as day from appointment
    where course_id = $1 and status = 'booked'
      and (starts_at at time zone $2)::date > $3::date and (starts_at at time zone $2)::date < $4::date
    order by day`,
    [courseId, zone, performedOn, earliestOn],
  );
  return booked.map(({ day }) => day);
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
