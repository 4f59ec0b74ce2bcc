import { In, type EntityManager } from 'typeorm';
import { visitQuestions, type SessionBefore } from '../../clinical/asking/visit-questions';
import { holdsOn } from '../../clinical/precautions/dated-precaution';
import { careOfPatients, type PatientCare } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { askedFor, type Sought } from '../due-conditions';
import { DUE_COLUMNS, DUE_JOINS, dueRow, type DueRow, NO_DUE_DAYS } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { StoodRow } from '../updates/work-list';
import type {
  DayAppointmentView,
  MyDayFilters,
  MyDayRowView,
  OpenFlagView,
  ResponseBeforeView,
  SessionBeforeView,
  SessionGivenView,
} from './my-day.dto';

/** Somebody who comes on that day, with what the banner of every page says of them. */
export interface DayVisit {
  readonly row: MyDayRowView;
  readonly patient: Patient;
  readonly care: PatientCare;
}

type Row = DueRow & {
  readonly standing: boolean;
  readonly attempts: number;
  readonly visit: Omit<DayAppointmentView, 'startsAt'> & { readonly startsAt: string };
  readonly lastSession: SessionBeforeView | null;
  readonly lastResponse: ResponseBeforeView | null;
  readonly sizeKnown: boolean;
  readonly answersWaiting: number;
  readonly sessionOfDay: SessionGivenView | null;
  readonly flag: OpenFlagView | null;
};

/** One page of those who come on a day, by time; `after` is the time and the appointment of the last row seen. */
export async function dayVisits(
  db: EntityManager,
  filters: Sought<MyDayFilters>,
  day: DueListDay,
  page: { limit: number; after?: readonly string[] },
): Promise<DayVisit[]> {
  const { sql, values } = predicate(filters, day);
  const after = page.after
    ? ` and (v.starts_at, v.id) > ($${values.push(page.after[0])}::timestamptz, $${values.push(page.after[1])}::uuid)`
    : '';
  const rows = await db.query<Row[]>(
    `${SELECT} ${FROM} ${BEFORE} where ${sql}${after} order by v.starts_at, v.id limit $${values.push(page.limit)}`,
    values,
  );
  const patients = await db.findBy(Patient, { id: In([...new Set(rows.map(({ patientId }) => patientId))]) });
  const care = await careOfPatients(db, patients, day.asOf);
  const byId = new Map(patients.map((patient) => [patient.id, patient]));
  return rows.map((row) => dayVisit(row, byId.get(row.patientId)!, care.get(row.patientId)!, day));
}

/** Appointments of some patients that stood on the list of a day since a moment, or may have: the day before it ended after it. */
export function appointmentsStood(
  db: EntityManager,
  patientIds: readonly string[],
  since: string,
  { asOf, clinic }: DueListDay,
): Promise<StoodRow[]> {
  return db.query(
    `select v.id, c.patient_id as "patientId" from appointment v join course c on c.id = v.course_id
     where c.patient_id = any($1::uuid[]) and (v.updated_at >= $2
       or v.starts_at >= least($2::timestamptz - interval '2 days', $3::date::timestamp at time zone $4)
         and v.starts_at < (($3::date + 1)::timestamp at time zone $4))`,
    [patientIds, since, asOf, clinic.zone],
  );
}

/** How many the same filters give, and of how many of them nothing is known yet. */
export async function dayCounts(
  db: EntityManager,
  filters: MyDayFilters,
  day: DueListDay,
): Promise<{ total: number; toCome: number }> {
  const { sql, values } = predicate(filters, day);
  const [counts] = await db.query<{ total: number; toCome: number }[]>(
    `select count(*)::int as total, (count(*) filter (where v.status = 'booked'))::int as "toCome"
     ${FROM} where ${sql}`,
    values,
  );
  return counts!;
}

/** `$1` is the day, `$2` the clinic's zone. */
const FROM = `
from appointment v
join course_assessment a on a.course_id = v.course_id
${DUE_JOINS}`;

/** The session before the day, of which the response is asked, and what was given on the day itself. */
const BEFORE = `
left join lateral (
  select id, root_id, performed_on, product from injection_session
  where course_id = v.course_id and performed_on < $1::date
    and voided_at is null and replaced_at is null and continues_id is null
  order by performed_on desc, created_at desc, id limit 1) l on true
left join response r on r.session_id = l.root_id
left join lateral (
  select id, signed_at is not null or origin = 'import' as signed from injection_session
  where course_id = v.course_id and performed_on = $1::date and voided_at is null and replaced_at is null
  order by created_at desc, id limit 1) g on true
left join review_flag f on f.course_id = v.course_id and f.status = 'open'`;

const SELECT = `
select ${DUE_COLUMNS}, a.attempts, a.listed and a.due_on is not null as standing,
  jsonb_build_object('id', v.id, 'startsAt', v.starts_at, 'durationMin', v.duration_min, 'status', v.status,
    'version', v.version) as visit,
  case when l.id is not null then jsonb_build_object('id', l.id, 'performedOn', l.performed_on, 'product', l.product,
    'totalUnits', (
      select sum(i.units) from injection i join injection_session s on s.id = i.session_id
      where (s.root_id = l.root_id or s.continues_id = l.root_id)
        and s.voided_at is null and s.replaced_at is null and s.performed_on <= $1::date)) end as "lastSession",
  case when r.session_id is not null then jsonb_build_object('assessedOn', r.assessed_on,
    'improvementPct', r.improvement_pct, 'pgic', r.pgic, 'peakEffect', r.peak_effect, 'woreOffOn', r.wore_off_on,
    'stillEffectiveOn', r.still_effective_on) end as "lastResponse",
  coalesce(r.improvement_pct, r.pgic, r.peak_effect) is not null
    or exists (select from measurement m where m.session_id = l.root_id and m.phase = 'peak') as "sizeKnown",
  (select count(*)::int from patient_answer w where w.session_id = l.root_id and w.outcome is null) as "answersWaiting",
  case when g.id is not null then jsonb_build_object('id', g.id, 'signed', g.signed) end as "sessionOfDay",
  case when f.id is not null then jsonb_build_object('id', f.id, 'tier', f.tier) end as flag`;

function predicate(filters: Sought<MyDayFilters>, day: DueListDay): { sql: string; values: unknown[] } {
  const values: unknown[] = [day.asOf, day.clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = [
    'v.starts_at >= ($1::date::timestamp at time zone $2)',
    'v.starts_at < (($1::date + 1)::timestamp at time zone $2)',
    `v.status <> 'cancelled'`,
    ...askedFor(filters, day, value),
  ];
  return { sql: conditions.join(' and '), values };
}

function dayVisit(row: Row, patient: Patient, care: PatientCare, day: DueListDay): DayVisit {
  const { asOf, clinic } = day;
  const { visit, attempts, lastSession, lastResponse, sessionOfDay, flag } = row;
  const { dueOn } = row;
  const due = dueRow({ ...row, dueOn: dueOn ?? asOf }, asOf, clinic);
  const questions = sessionOfDay
    ? []
    : visitQuestions({ patient: { ...patient, ...care }, before: beforeOf(row) }, asOf, clinic.rules);
  return {
    row: {
      ...due,
      ...(!row.standing && NO_DUE_DAYS),
      attempts,
      appointment: { ...visit, startsAt: new Date(visit.startsAt) },
      precautions: [
        ...new Set(
          care.precautions.filter((precaution) => holdsOn(precaution, asOf)).map(({ code }) => code),
        ),
      ],
      alerts: care.alerts,
      lastSession,
      lastResponse,
      sessionOfDay,
      flag,
      questions,
    },
    patient,
    care,
  };
}

function beforeOf({ lastSession, lastResponse, sizeKnown, answersWaiting }: Row): SessionBefore | undefined {
  if (!lastSession) return undefined;
  const { woreOffOn = null, stillEffectiveOn = null } = lastResponse ?? {};
  return { performedOn: lastSession.performedOn, sizeKnown, woreOffOn, stillEffectiveOn, answersWaiting };
}
