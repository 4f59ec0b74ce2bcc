import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { ToxinProduct } from '../../clinical/units';
import { toHundredth } from '../../clinical/numbers';
import { lastOverdueDay, unsignedOn } from '../../clinical/session-check/corrections/unsigned';
import { soughtPatients } from '../../records/patients/search/patient-search.query';
import { inStatus, isBooked, type Sought } from '../due-conditions';
import { DUE_COLUMNS, DUE_JOINS, dueRow, type DueRow, NO_DUE_DAYS } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { UnsignedFilters, UnsignedRowView } from './unsigned.dto';
import type { StoodRow } from '../updates/work-list';

type Row = DueRow & {
  listed: boolean;
  attempts: number;
  sessionId: string;
  version: number;
  performedOn: PlainDate;
  continuesOn: PlainDate | null;
  product: ToxinProduct;
  injections: Omit<UnsignedRowView['injections'][number], 'product'>[];
  injectorId: string;
  injectorName: string;
};

/** One page of the sessions that wait for a signature, the oldest first; `after` is the last row seen. */
export async function unsignedRows(
  db: EntityManager,
  filters: Sought<UnsignedFilters>,
  day: DueListDay,
  page: { limit: number; after?: readonly string[] },
): Promise<UnsignedRowView[]> {
  const { sql, values } = predicate(filters, day);
  const after = page.after
    ? ` and (s.performed_on, s.id) > ($${values.push(page.after[0])}::date, $${values.push(page.after[1])}::uuid)`
    : '';
  const rows = await db.query<Row[]>(
    `${SELECT} ${FROM} where ${sql}${after} order by s.performed_on, s.id limit $${values.push(page.limit)}`,
    values,
  );
  return rows.map((row) => unsignedRow(row, day));
}

/** Sessions of some patients that waited for a signature since a moment. */
export function sessionsStood(
  db: EntityManager,
  patientIds: readonly string[],
  since: string,
): Promise<StoodRow[]> {
  return db.query(
    `select s.id, c.patient_id as "patientId" from injection_session s join course c on c.id = s.course_id
     where c.patient_id = any($1::uuid[]) and (s.updated_at >= $2 or ${UNSIGNED})`,
    [patientIds, since],
  );
}

/** How many the same filters give, and how many of them have waited too long. */
export async function unsignedCounts(
  db: EntityManager,
  filters: UnsignedFilters,
  day: DueListDay,
): Promise<{ total: number; overdue: number }> {
  const { sql, values } = predicate(filters, day);
  const last = values.push(lastOverdueDay(day.asOf, day.clinic.rules));
  const [counts] = await db.query<{ total: number; overdue: number }[]>(
    `select count(*)::int as total, (count(*) filter (where s.performed_on <= $${last}::date))::int as overdue
     ${FROM} where ${sql}`,
    values,
  );
  return counts!;
}

const UNSIGNED = `s.signed_at is null and s.voided_at is null and s.replaced_at is null and s.origin = 'logged'`;

const SELECT = `
select ${DUE_COLUMNS}, a.listed, s.id as "sessionId", s.version, s.performed_on as "performedOn", s.product,
  (select p.performed_on from injection_session p
   where p.root_id = s.continues_id and p.replaced_at is null and p.voided_at is null) as "continuesOn",
  s.injector_id as "injectorId", u.display_name as "injectorName",
  (select count(*)::int from contact k
   where k.course_id = a.course_id and (a.anchor_on is null or k.at >= a.anchor_on::timestamp at time zone $2)) as attempts,
  (select jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side, 'units', i.units) order by i.position)
   from injection i where i.session_id = s.id) as injections`;

/** `$1` is the day, `$2` the clinic's zone. */
const FROM = `
from injection_session s
join course_assessment a on a.course_id = s.course_id
join app_user u on u.id = s.injector_id
${DUE_JOINS}`;

function predicate(filters: Sought<UnsignedFilters>, day: DueListDay): { sql: string; values: unknown[] } {
  const { asOf, clinic } = day;
  const values: unknown[] = [asOf, clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const { from, to, status, indication, injectorId, booked, q, overdue, patientId, patientIds } = filters;
  const conditions = [UNSIGNED, 's.performed_on <= $1::date'];
  if (from) conditions.push(`s.performed_on >= ${value(from)}`);
  if (to) conditions.push(`s.performed_on <= ${value(to)}`);
  if (status) conditions.push('a.listed', inStatus(status, { asOf, clinic }, value));
  if (indication) conditions.push(`a.indication = ${value(indication)}`);
  if (patientId) conditions.push(`a.patient_id = ${value(patientId)}`);
  if (patientIds) conditions.push(`a.patient_id = any(${value(patientIds)}::uuid[])`);
  if (injectorId) conditions.push(`s.injector_id = ${value(injectorId)}`);
  if (booked !== undefined) conditions.push(isBooked(booked));
  if (overdue !== undefined)
    conditions.push(
      `s.performed_on ${overdue ? '<=' : '>'} ${value(lastOverdueDay(asOf, clinic.rules))}::date`,
    );
  if (q !== undefined) conditions.push(...soughtPatients(q, 'p', value));
  return { sql: conditions.join(' and '), values };
}

function unsignedRow(row: Row, { asOf, clinic }: DueListDay): UnsignedRowView {
  const { sessionId, version, performedOn, continuesOn, product, injections, attempts } = row;
  const due = dueRow(row, asOf, clinic);
  return {
    ...due,
    ...(row.listed ? {} : NO_DUE_DAYS),
    attempts,
    sessionId,
    version,
    performedOn,
    continuesOn,
    product,
    totalUnits: toHundredth(injections.reduce((sum, { units }) => sum + units, 0)),
    injections: injections.map(({ muscle, side, units }) => ({ muscle, side, product, units })),
    injector: { id: row.injectorId, displayName: row.injectorName },
    ...unsignedOn(performedOn, asOf, clinic.rules),
  };
}
