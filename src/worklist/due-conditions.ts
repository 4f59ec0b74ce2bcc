import { CALL_QUEUES, type CallQueue } from '../clinical/calling/call-queue';
import { statusRange } from '../clinical/due/due-status';
import { soughtPatients } from '../records/patients/search/patient-search.query';
import type { DueListDay } from './list-day';
import { LIST_STATUSES, type DueFilters, type ListStatus } from './worklist.dto';

/** Takes a value that a statement is given, and answers its place in it: `$3`. */
export type Value = (given: unknown) => string;

/** `coverAsOf`: what the last period says that has begun, or the first. */
const COVER = `(
  select y.period->>'state' from jsonb_array_elements(a.cover) with ordinality y(period, n)
  where y.n = 1 or y.period->>'fromOn' <= $1::date::text
  order by y.n desc limit 1)`;

/** Whether the join of FROM finds one: said so that the planner can tell how many courses that leaves. */
const BOOKED = `exists (
  select from appointment x
  where x.course_id = a.course_id and x.status = 'booked' and x.starts_at >= ($1::date::timestamp at time zone $2))`;

/** For queries that ask of each course whether an appointment stands: once. */
export const WITH_BOOKED = `cross join lateral (select ${BOOKED} as booked) b`;

/** What the filters ask for, beside the statuses that are shown when none is asked for. */
export function listedBy(filters: DueFilters, day: DueListDay, value: Value): string[] {
  return ['a.listed', ...askedFor(filters, day, value)];
}

/** The same of courses that have ended too. */
export function askedFor(filters: DueFilters, day: DueListDay, value: Value): string[] {
  const conditions: string[] = [];
  const { from, to, status, indication, injectorId, booked, q } = filters;
  const { authorization, product, queue, patientId } = filters;
  if (from) conditions.push(`a.due_on >= ${value(from)}`);
  if (to) conditions.push(`a.due_on <= ${value(to)}`);
  if (status) conditions.push(inStatus(status, day, value));
  if (indication) conditions.push(`a.indication = ${value(indication)}`);
  if (injectorId) conditions.push(`a.injector_id = ${value(injectorId)}`);
  if (booked !== undefined) conditions.push(isBooked(booked));
  if (authorization) conditions.push(`${COVER} = any(${value(authorization)}::text[])`);
  if (product) {
    conditions.push(`exists (
      select from course x where x.id = a.course_id and x.planned_product = ${value(product)})`);
  }
  if (queue) conditions.push(inQueue(queue, day, value));
  if (patientId) conditions.push(`a.patient_id = ${value(patientId)}`);
  if (q !== undefined) conditions.push(...soughtPatients(q, 'p', value));
  return conditions;
}

/** Without a filter that says otherwise, a course that is not due for long is left out. */
export function usualStatus(filters: DueFilters, day: DueListDay, value: Value): string | undefined {
  const { from, to, status, queue } = filters;
  if (from || to || status || queue) return undefined;
  return inStatus(
    LIST_STATUSES.filter((one) => one !== 'not-due'),
    day,
    value,
  );
}

/** The course is of one of these statuses on that day. */
export function inStatus(wanted: readonly ListStatus[], day: DueListDay, value: Value): string {
  return `(${wanted.map((status) => rangeCondition(status, day, value)).join(' or ')})`;
}

/** Whether an appointment stands. */
export function isBooked(booked: boolean): string {
  return booked ? BOOKED : `not ${BOOKED}`;
}

function rangeCondition(status: ListStatus, { asOf, clinic }: DueListDay, value: Value): string {
  const { dueFrom, dueTo } = statusRange(status, asOf, clinic.due);
  const ends = [dueFrom && `a.due_on >= ${value(dueFrom)}`, dueTo && `a.due_on <= ${value(dueTo)}`];
  return `(${ends.filter(Boolean).join(' and ')})`;
}

const SNOOZED = 'coalesce(a.snoozed_until_on > $1, false)';
const REFUSED = 'coalesce(a.due_on is null or a.refused_on >= a.due_on or a.due_on > $1, false)';
const SAID_NO = `(a.refused_on is not null and ${REFUSED})`;

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
