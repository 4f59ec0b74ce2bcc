import { In, type EntityManager } from 'typeorm';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { PlainDate } from '../../clinical/calendar';
import type { Clinic } from '../../platform/clinic';
import { PatientAnswerRow } from './patient-answer.entity';

/** What patients said of these sessions, named by their first versions; the latest first. */
export async function answersAbout(
  db: EntityManager,
  rootIds: readonly string[],
): Promise<PatientAnswerRow[]> {
  if (rootIds.length === 0) return [];
  return db.find(PatientAnswerRow, {
    where: { sessionId: In([...rootIds]) },
    order: { answeredOn: 'DESC', createdAt: 'DESC', id: 'ASC' },
  });
}

/** An answer that waits for a neurologist, with whom and what it is about. */
export interface WaitingAnswer extends Pick<
  PatientAnswerRow,
  | 'id'
  | 'courseId'
  | 'answeredOn'
  | 'stillEffective'
  | 'woreOffOn'
  | 'helpedPct'
  | 'trouble'
  | 'alert'
  | 'channel'
  | 'askedByName'
> {
  readonly patientId: string;
  readonly indication: IndicationSlug;
  /** The session as it stands. */
  readonly sessionId: string;
  readonly performedOn: PlainDate;
}

/** A session that was voided is asked about no more. */
const WAITING = `
from patient_answer w
join course c on c.id = w.course_id
join injection_session s on s.root_id = w.session_id and s.replaced_at is null and s.voided_at is null
where w.outcome is null`;

/** Trouble that should be heard of on the same day first, other trouble next, then the longest standing. */
export function waitingAnswers(db: EntityManager, limit: number): Promise<WaitingAnswer[]> {
  return db.query<WaitingAnswer[]>(
    `select w.id, w.course_id as "courseId", w.answered_on as "answeredOn", w.still_effective as "stillEffective",
       w.wore_off_on as "woreOffOn", w.helped_pct as "helpedPct", w.trouble, w.alert, w.channel,
       w.asked_by_name as "askedByName", c.patient_id as "patientId", c.indication,
       s.id as "sessionId", s.performed_on as "performedOn"
     ${WAITING} order by w.alert is null, w.trouble is null, w.answered_on, w.id limit $1`,
    [limit],
  );
}

export async function countWaitingAnswers(db: EntityManager): Promise<number> {
  const [counted] = await db.query<{ answers: number }[]>(`select count(*)::int as answers ${WAITING}`);
  return counted!.answers;
}

/** How many answers tell of trouble that should be heard of on the same day, and how many of them are of earlier days. */
export async function waitingAlertCounts(
  db: EntityManager,
  { today }: Pick<Clinic, 'today'>,
): Promise<{ readonly total: number; readonly ofEarlierDays: number }> {
  const [counts] = await db.query<{ total: number; ofEarlierDays: number }[]>(
    `select count(*)::int as total, (count(*) filter (where w.answered_on < $1::date))::int as "ofEarlierDays"
     ${WAITING} and w.alert is not null`,
    [today],
  );
  return counts!;
}

/** The day on which the patient was last asked about the latest session of a course, where that was done. */
export async function lastAskedOn(
  db: EntityManager,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await db.query<{ courseId: string; askedOn: PlainDate }[]>(
    `select w.course_id as "courseId", max(w.answered_on) as "askedOn"
     from patient_answer w join course_assessment a on a.course_id = w.course_id
     where w.course_id = any($1::uuid[]) and w.answered_on > a.anchor_on
     group by w.course_id`,
    [courseIds],
  );
  return new Map(rows.map(({ courseId, askedOn }) => [courseId, askedOn]));
}
