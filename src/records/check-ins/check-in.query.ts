import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { ToxinProduct } from '../../clinical/units';
import type { Actor } from '../../platform/actor';
import { cookieIn, hashToken, type Carrier } from '../../platform/auth/token';

export const CHECK_IN_COOKIE = 'clinic_check_in';

/** A check-in that waits: for a tablet, or on it for the answers. */
export interface WaitingCheckIn {
  readonly id: string;
  readonly courseId: string;
  /** The first version of the session that is asked about. */
  readonly rootId: string;
  readonly startedBy: string;
  readonly startedByName: string;
  /** All that the tablet shows of the patient, with the treatment. */
  readonly givenName: string;
  readonly product: ToxinProduct;
  readonly performedOn: PlainDate;
}

/** The one that this code or token opens; nothing once it has expired, was used, or whoever began it may no longer. */
export async function waitingCheckIn(
  db: EntityManager,
  secret: string,
  { opened, now }: { readonly opened: boolean; readonly now: Date },
): Promise<WaitingCheckIn | undefined> {
  const [found] = await db.query<WaitingCheckIn[]>(WAITING, [hashToken(secret), opened, now]);
  return found;
}

/** The one that a request's cookie opens. */
export async function checkInOf(
  db: EntityManager,
  carrier: Carrier,
  now: Date,
): Promise<WaitingCheckIn | undefined> {
  const token = cookieIn(carrier, CHECK_IN_COOKIE);
  return token === undefined ? undefined : waitingCheckIn(db, token, { opened: true, now });
}

/** Whose act it is on the tablet: the patient's, through the hands of whoever began it. */
export function patientAt({ startedBy, startedByName }: WaitingCheckIn): Actor {
  return { id: startedBy, name: `Patient, handed the tablet by ${startedByName}`, role: 'patient' };
}

/** A course that its patient may be asked about, by its treatment alone: no product, no dose. */
export interface CourseToAsk {
  readonly courseId: string;
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

/** A patient's courses that a check-in may be begun of: going on, with a session before today, of somebody alive. */
export function coursesToAsk(
  db: EntityManager,
  patientId: string,
  today: PlainDate,
): Promise<readonly CourseToAsk[]> {
  return db.query<CourseToAsk[]>(TO_ASK, [patientId, today]);
}

const TO_ASK = `
select c.id as "courseId", c.indication, c.side
from course c
join patient p on p.id = c.patient_id and p.deceased_on is null
where c.patient_id = $1 and c.ended_on is null and exists (
  select 1 from injection_session s
  where s.course_id = c.id and s.performed_on < $2
    and s.voided_at is null and s.replaced_at is null and s.continues_id is null)
order by c.indication, c.side, c.id`;

const WAITING = `
select k.id, k.course_id as "courseId", k.session_id as "rootId", k.started_by as "startedBy",
  u.display_name as "startedByName", coalesce(p.given_name, p.family_name) as "givenName", s.product, s.performed_on as "performedOn"
from check_in k
join app_user u on u.id = k.started_by and u.disabled_at is null
join injection_session s on s.root_id = k.session_id and s.replaced_at is null and s.voided_at is null
join course c on c.id = k.course_id
join patient p on p.id = c.patient_id and p.deceased_on is null
where k.token_hash = $1 and (k.opened_at is not null) = $2 and k.expires_at > $3
  and k.answered_at is null and k.replaced_at is null`;
