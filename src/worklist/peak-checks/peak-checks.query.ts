import type { EntityManager } from 'typeorm';
import { followUpCheck, type FollowedSession, type LookedAt } from '../../clinical/asking/follow-up-check';
import { addDays, type PlainDate } from '../../clinical/calendar';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import type { RuleValues } from '../../clinical/rules';
import { soughtPatients } from '../../records/patients/search/patient-search.query';
import { inStatus, isBooked, type Sought } from '../due-conditions';
import { DUE_COLUMNS, DUE_JOINS, dueRow, type DueRow } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { PeakCheckFilters, PeakCheckRowView } from './peak-checks.dto';

type Row = DueRow &
  Pick<FollowedSession, 'performedOn' | 'answeredOn' | 'judgedOn' | 'heardOf'> & {
    attempts: number;
    sessionId: string;
  };

/**
 * Whom to ask, those first whose last day is nearest: today's last chances before everything. The database names every
 * latest session that may be in time, the decision says which of them are; there are as many as weeks have sessions.
 */
export async function peakChecks(
  db: EntityManager,
  filters: Sought<PeakCheckFilters>,
  day: DueListDay,
): Promise<PeakCheckRowView[]> {
  const { asOf, clinic } = day;
  const lookedAt = rangeOf(filters, asOf);
  const { sql, values } = predicate(filters, lookedAt, day);
  const rows = await db.query<Row[]>(`${SELECT} where ${sql}`, values);
  return rows
    .flatMap((row): PeakCheckRowView[] => {
      const { sessionId, performedOn, attempts } = row;
      const due = followUpCheck(row, lookedAt, clinic.rules);
      if (!due || (filters.check && due.check !== filters.check)) return [];
      return [{ ...dueRow(row, asOf, clinic), attempts, session: { id: sessionId, performedOn }, ...due }];
    })
    .toSorted(byLastDay);
}

/** How many are due on this day for the last time. Counted with every page, so it looks only at sessions whose days end then. */
export async function endingChecks(db: EntityManager, { asOf, clinic }: DueListDay): Promise<number> {
  const { rules, zone } = clinic;
  const rows = await db.query<Row[]>(
    `${SELECT} where a.listed and a.due_on is not null and a.anchor_on = any($3::date[])`,
    [asOf, zone, endedBy(asOf, rules)],
  );
  const lookedAt = { fromOn: asOf, toOn: asOf };
  return rows.filter((row) => followUpCheck(row, lookedAt, rules)?.toOn === asOf).length;
}

/** Those after the last one that was seen. */
export function peakChecksAfter(
  rows: readonly PeakCheckRowView[],
  after: readonly string[] | undefined,
): readonly PeakCheckRowView[] {
  const [toOn, courseId] = after ?? [];
  return toOn && courseId ? rows.filter((row) => keyOf(row) > `${toOn} ${courseId}`) : rows;
}

function byLastDay(one: PeakCheckRowView, other: PeakCheckRowView): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf({ toOn, courseId }: PeakCheckRowView): string {
  return `${toOn} ${courseId}`;
}

/** Nothing is named of days that have passed unless they are asked for. */
function rangeOf({ from, to }: PeakCheckFilters, asOf: PlainDate): LookedAt {
  return { fromOn: from ?? asOf, toOn: to ?? (from ? undefined : asOf) };
}

const SELECT = `
select ${DUE_COLUMNS}, s.id as "sessionId", s.performed_on as "performedOn",
  (select count(*)::int from contact k
   where k.course_id = a.course_id and k.at >= a.anchor_on::timestamp at time zone $2) as attempts,
  coalesce((select jsonb_agg(w.answered_on) from patient_answer w where w.session_id = s.root_id), '[]') as "answeredOn",
  coalesce((
    select jsonb_agg(r.assessed_on) from response r
    where r.session_id = s.root_id and coalesce(r.improvement_pct, r.pgic, r.peak_effect) is not null), '[]')
  || coalesce((
    select jsonb_agg(m.measured_on) from measurement m
    where m.session_id = s.root_id and m.phase = 'peak'), '[]')
  || coalesce((
    select jsonb_agg(w.answered_on) from patient_answer w
    where w.session_id = s.root_id and w.helped_pct is not null), '[]') as "judgedOn",
  (exists (select from response r where r.session_id = s.root_id)
    or exists (select from adverse_event e where e.session_id = s.root_id)) as "heardOf"
from course_assessment a
join lateral (
  select id, root_id, performed_on from injection_session
  where course_id = a.course_id and performed_on = a.anchor_on
    and voided_at is null and replaced_at is null and continues_id is null
  order by created_at desc, id limit 1) s on true
${DUE_JOINS}`;

function predicate(
  filters: Sought<PeakCheckFilters>,
  { fromOn, toOn }: LookedAt,
  { asOf, clinic }: DueListDay,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [asOf, clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const { fewest, most } = daysOf(clinic.rules);
  const { status, indication, injectorId, booked, q, patientIds } = filters;
  const conditions = [
    'a.listed and a.due_on is not null',
    `s.performed_on >= ${value(addDays(fromOn, -most))}::date`,
  ];
  if (toOn) conditions.push(`s.performed_on <= ${value(addDays(toOn, -fewest))}::date`);
  if (status) conditions.push(inStatus(status, { asOf, clinic }, value));
  if (indication) conditions.push(`a.indication = ${value(indication)}`);
  if (injectorId) conditions.push(`a.injector_id = ${value(injectorId)}`);
  if (booked !== undefined) conditions.push(isBooked(booked));
  if (patientIds) conditions.push(`a.patient_id = any(${value(patientIds)}::uuid[])`);
  if (q !== undefined) conditions.push(...soughtPatients(q, 'p', value));
  return { sql: conditions.join(' and '), values };
}

/** No check of any indication is due sooner, and none later, after a session. */
function daysOf(rules: RuleValues): { readonly fewest: number; readonly most: number } {
  const weeks = Object.values(INDICATIONS).map(({ peakCheckWeeks }) => peakCheckWeeks);
  return {
    fewest: Math.floor(Math.min(rules['S22.contact.from'], ...weeks.map(({ from }) => from * 7))),
    most: Math.ceil(Math.max(rules['S22.contact.to'], ...weeks.map(({ to }) => to * 7))),
  };
}

/** The days of sessions that any check may be due after for the last time on this day. */
function endedBy(day: PlainDate, rules: RuleValues): readonly PlainDate[] {
  const weeks = Object.values(INDICATIONS).map(({ peakCheckWeeks }) => peakCheckWeeks.to);
  return [...new Set([rules['S22.contact.to'], ...weeks.map((to) => to * 7)])].map((days) =>
    addDays(day, -Math.floor(days)),
  );
}
