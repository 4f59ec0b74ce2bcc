import type { EntityManager } from 'typeorm';
import {
  followUpCheck,
  type FollowedSession,
  type FollowUpCheck,
  type LookedAt,
} from '../../clinical/asking/follow-up-check';
import { addDays, type PlainDate } from '../../clinical/calendar';
import { soughtPatients } from '../../records/patients/search/patient-search.query';
import { inStatus, isBooked, type Sought } from '../due-conditions';
import { DUE_COLUMNS, DUE_JOINS, dueRow, OF_PATIENT, type DueRow } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import { checkDays, endedBy, outerDays, type Days } from './check-days';
import type { AskedSessionView, PeakCheckFilters, PeakCheckRowView } from './peak-checks.dto';

/** What is asked of the patient of a course, and until when: enough to count and to put in order. */
export interface DueCheck extends FollowUpCheck {
  readonly courseId: string;
  readonly session: AskedSessionView;
}

type Asked = FollowedSession & { readonly courseId: string; readonly sessionId: string };

/**
 * Whom to ask, those first whose last day is nearest: today's last chances before everything. The database names every
 * latest session that may be in time, the decision says which of them are; there are as many as weeks have sessions, so
 * what a row shows is read of those that are shown alone.
 */
export async function dueChecks(
  db: EntityManager,
  filters: Sought<PeakCheckFilters>,
  day: DueListDay,
): Promise<DueCheck[]> {
  const lookedAt = rangeOf(filters, day.asOf);
  const { sql, values } = predicate(filters, lookedAt, day);
  const asked = await db.query<Asked[]>(
    `${ASKED} ${filters.q === undefined ? '' : OF_PATIENT} where $1::date is not null and $2::text is not null and ${sql}`,
    values,
  );
  return asked
    .flatMap((session): DueCheck[] => {
      const { courseId, sessionId: id, performedOn } = session;
      const due = followUpCheck(session, lookedAt, day.clinic.rules);
      return due && (filters.check ?? due.check) === due.check
        ? [{ courseId, session: { id, performedOn }, ...due }]
        : [];
    })
    .toSorted(byLastDay);
}

/** How many are due on this day for the last time. Counted with every page, so it looks only at sessions whose days end then. */
export async function endingChecks(db: EntityManager, { asOf, clinic }: DueListDay): Promise<number> {
  const { rules } = clinic;
  const asked = await db.query<Asked[]>(
    `${ASKED} where a.listed and a.due_on is not null and a.anchor_on = any($1::date[])`,
    [endedBy(asOf, rules)],
  );
  const lookedAt = { fromOn: asOf, toOn: asOf };
  return asked.filter((session) => followUpCheck(session, lookedAt, rules)?.toOn === asOf).length;
}

/** Those after the last one that was seen. */
export function checksAfter(
  checks: readonly DueCheck[],
  after: readonly string[] | undefined,
): readonly DueCheck[] {
  const [toOn, courseId] = after ?? [];
  return toOn && courseId ? checks.filter((check) => byLastDay(check, { toOn, courseId }) > 0) : checks;
}

/** The same as they are shown. */
export async function peakCheckRows(
  db: EntityManager,
  checks: readonly DueCheck[],
  { asOf, clinic }: DueListDay,
): Promise<PeakCheckRowView[]> {
  const rows = await db.query<(DueRow & { attempts: number })[]>(ROWS, [
    asOf,
    clinic.zone,
    checks.map(({ courseId }) => courseId),
  ]);
  const byCourse = new Map(rows.map((row) => [row.courseId, row]));
  return checks.flatMap((check) => {
    const row = byCourse.get(check.courseId);
    return row ? [{ ...dueRow(row, asOf, clinic), attempts: row.attempts, ...check }] : [];
  });
}

type Place = Readonly<Record<'toOn' | 'courseId', string>>;

function byLastDay(one: Place, other: Place): number {
  if (one.toOn !== other.toOn) return one.toOn < other.toOn ? -1 : 1;
  return one.courseId < other.courseId ? -1 : Number(one.courseId !== other.courseId);
}

/** Nothing is named of days that have passed unless they are asked for. */
function rangeOf({ from, to }: PeakCheckFilters, asOf: PlainDate): LookedAt {
  return { fromOn: from ?? asOf, toOn: to ?? (from ? undefined : asOf) };
}

const ROWS = `
select ${DUE_COLUMNS},
  (select count(*)::int from contact k
   where k.course_id = a.course_id and k.at >= a.anchor_on::timestamp at time zone $2) as attempts
from course_assessment a ${DUE_JOINS} where a.course_id = any($3::uuid[])`;

const ASKED = `
select a.course_id as "courseId", a.indication, s.id as "sessionId", s.performed_on as "performedOn",
  coalesce((select jsonb_agg(w.answered_on) from patient_answer w where w.session_id = s.root_id), '[]') as "answeredOn",
  case when coalesce(r.improvement_pct, r.pgic, r.peak_effect) is not null
    then jsonb_build_array(r.assessed_on) else '[]' end
  || coalesce((
    select jsonb_agg(m.measured_on) from measurement m
    where m.session_id = s.root_id and m.phase = 'peak'), '[]')
  || coalesce((
    select jsonb_agg(w.answered_on) from patient_answer w
    where w.session_id = s.root_id and w.helped_pct is not null), '[]') as "judgedOn",
  (r.session_id is not null
    or exists (select from adverse_event e where e.session_id = s.root_id)) as "heardOf"
from course_assessment a
join lateral (
  select id, root_id, performed_on from injection_session
  where course_id = a.course_id and performed_on = a.anchor_on
    and voided_at is null and replaced_at is null and continues_id is null
  order by created_at desc, id limit 1) s on true
left join response r on r.session_id = s.root_id`;

function predicate(
  filters: Sought<PeakCheckFilters>,
  { fromOn, toOn }: LookedAt,
  { asOf, clinic }: DueListDay,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [asOf, clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const { status, indication, injectorId, booked, q, patientIds } = filters;
  const inDays = ({ from, to }: Days): string =>
    [
      `a.anchor_on >= ${value(addDays(fromOn, -Math.ceil(to)))}::date`,
      ...(toOn ? [`a.anchor_on <= ${value(addDays(toOn, -Math.floor(from)))}::date`] : []),
    ].join(' and ');
  const { call, peaks } = checkDays(clinic.rules);
  const checks = [
    inDays(call),
    ...peaks.map(
      ({ indications, days }) => `a.indication = any(${value(indications)}::text[]) and ${inDays(days)}`,
    ),
  ];
  const conditions = [
    'a.listed and a.due_on is not null',
    inDays(outerDays([call, ...peaks.map(({ days }) => days)])),
    `(${checks.map((check) => `(${check})`).join(' or ')})`,
  ];
  if (status) conditions.push(inStatus(status, { asOf, clinic }, value));
  if (indication) conditions.push(`a.indication = ${value(indication)}`);
  if (injectorId) conditions.push(`a.injector_id = ${value(injectorId)}`);
  if (booked !== undefined) conditions.push(isBooked(booked));
  if (patientIds) conditions.push(`a.patient_id = any(${value(patientIds)}::uuid[])`);
  if (q !== undefined) conditions.push(...soughtPatients(q, 'p', value));
  return { sql: conditions.join(' and '), values };
}
