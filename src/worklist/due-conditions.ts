import { CALL_QUEUES, type CallQueue } from '../clinical/calling/call-queue';
import type { CoverState } from '../clinical/cover/cover';
import { statusRanges, type DueRange } from '../clinical/due/due-status';
import { PLANNED_ANEW } from '../platform/database/client/named-client';
import { soughtPatients } from '../records/patients/search/patient-search.query';
import type { DueListDay } from './list-day';
import { LIST_STATUSES, type DueFilters, type ListStatus } from './worklist.dto';

/** Filters, and of whom alone rows are asked for. */
export type Sought<F = DueFilters> = F & { readonly patientIds?: readonly string[] };

/** Takes a value that a statement is given, and answers its place in it: `$3`. */
export type Value = (given: unknown) => string;

/** `coverAsOf`: what the last period says that has begun, or the first. Most have one, which is read without counting them. */
const COVER = `(case when jsonb_array_length(a.cover) = 1 then a.cover->0->>'state' else (
  select y.period->>'state' from jsonb_array_elements(a.cover) with ordinality y(period, n)
  where y.n = 1 or y.period->>'fromOn' <= $1::date::text
  order by y.n desc limit 1) end)`;

/** Whether the join of FROM finds one: said so that the planner can tell how many courses that leaves. */
const BOOKED = `exists (
  select from appointment x
  where x.course_id = a.course_id and x.status = 'booked' and x.starts_at >= ($1::date::timestamp at time zone $2))`;

/** For queries that ask of each course whether an appointment stands: once. */
export const WITH_BOOKED = `cross join lateral (select ${BOOKED} as booked) b`;

/** What the filters ask for, beside the statuses that are shown when none is asked for. */
export function listedBy(filters: Sought, day: DueListDay, value: Value): string[] {
  return ['a.listed', ...askedFor(filters, day, value)];
}

/** The same of courses that have ended too. */
export function askedFor(filters: Sought, day: DueListDay, value: Value): string[] {
  const conditions: string[] = [];
  const { from, to, status, indication, injectorId, booked, q } = filters;
  const { authorization, product, queue, patientId, patientIds } = filters;
  if (from) conditions.push(`a.due_on >= ${value(from)}`);
  if (to) conditions.push(`a.due_on <= ${value(to)}`);
  if (status) conditions.push(inStatus(status, day, value));
  if (indication) conditions.push(`a.indication = ${value(indication)} ${PLANNED_ANEW}`);
  if (injectorId) conditions.push(`a.injector_id = ${value(injectorId)} ${PLANNED_ANEW}`);
  if (booked !== undefined) conditions.push(isBooked(booked));
  if (authorization) conditions.push(coveredAs(authorization, value));
  if (product) {
    conditions.push(`exists (
      select from course x where x.id = a.course_id and x.planned_product = ${value(product)}) ${PLANNED_ANEW}`);
  }
  if (queue)
    conditions.push(
      inQueue(queue, day, value),
      RARE_QUEUES.includes(queue) ? `true ${PLANNED_ANEW}` : 'true',
    );
  if (patientId) conditions.push(`a.patient_id = ${value(patientId)}`);
  if (patientIds) conditions.push(`a.patient_id = any(${value(patientIds)}::uuid[])`);
  if (q !== undefined) conditions.push(...soughtPatients(q, 'p', value));
  return conditions;
}

/** Those that are in such a state in some period are found by an index; which period has begun is asked of them alone. */
function coveredAs(states: readonly CoverState[], value: Value): string {
  const ever = states.map((state) => `a.cover @> ${value(JSON.stringify([{ state }]))}::jsonb`);
  return `(${ever.join(' or ')}) and ${COVER} = any(${value(states)}::text[]) ${PLANNED_ANEW}`;
}

/** Without a filter that says otherwise, a course that is not due for long is left out. */
export function usualStatus(filters: DueFilters, day: DueListDay, value: Value): string | undefined {
  const { from, to, status, queue } = filters;
  if (from || to || status || queue) return undefined;
  return inStatus(
    LIST_STATUSES.filter((known) => known !== 'not-due'),
    day,
    value,
  );
}

/** The course is of one of these statuses on that day. */
export function inStatus(wanted: readonly ListStatus[], day: DueListDay, value: Value): string {
  const ranges = statusRanges(wanted, day.asOf, day.clinic.due);
  return `(${ranges.map((range) => rangeCondition(range, value)).join(' or ')})`;
}

/** Whether an appointment stands. */
export function isBooked(booked: boolean): string {
  return booked ? BOOKED : `not ${BOOKED}`;
}

function rangeCondition({ dueFrom, dueTo }: DueRange, value: Value): string {
  const ends = [dueFrom && `a.due_on >= ${value(dueFrom)}`, dueTo && `a.due_on <= ${value(dueTo)}`];
  return `(${ends.filter(Boolean).join(' and ') || 'a.due_on is not null'})`;
}

/** Of these an index finds the few that there are. */
const RARE_QUEUES: readonly CallQueue[] = ['snoozed', 'said-no'];

const SNOOZED = '(a.snoozed_until_on is not null and a.snoozed_until_on > $1)';
const SAID_NO =
  '(a.refused_on is not null and (a.due_on is null or a.refused_on >= a.due_on or a.due_on > $1))';

/** `callQueueOn`, turned round: the course is in this queue on that day. A test holds the two equal. */
function inQueue(queue: CallQueue, day: DueListDay, value: Value, booked = BOOKED): string {
  const called = [`not ${booked}`, `not ${SNOOZED}`, `not ${SAID_NO}`];
  switch (queue) {
    case 'booked':
      return booked;
    case 'snoozed':
      return all([`not ${booked}`, SNOOZED]);
    case 'said-no':
      return all([`not ${booked}`, `not ${SNOOZED}`, SAID_NO]);
    case 'first-visits':
      return all([...called, 'a.due_on is null']);
    case 'lapsed':
      return all([...called, inStatus(['lapsed'], day, value)]);
    case 'to-call':
      return all([inStatus(['overdue', 'due', 'upcoming'], day, value), ...called]);
  }
}

/** In which queue a course is, as a column; null where it is in none. `b.booked` says whether an appointment stands. */
export function queueOf(day: DueListDay, value: Value): string {
  return `case ${CALL_QUEUES.map((queue) => `when ${inQueue(queue, day, value, 'b.booked')} then '${queue}'`).join(' ')} end`;
}

function all(conditions: readonly string[]): string {
  return `(${conditions.join(' and ')})`;
}
