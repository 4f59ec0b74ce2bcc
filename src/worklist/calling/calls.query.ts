import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { CALL_QUEUES, callQueueOn, type CallQueue } from '../../clinical/calling/call-queue';
import { listedBy, queueOf, usualStatus, WITH_BOOKED, type Sought } from '../due-conditions';
import { DUE_COLUMNS, DUE_JOINS, dueRow, type DueRow } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { DueFilters } from '../worklist.dto';
import type { CalledCourseView, CallRowView, CallView } from './calls.dto';
import { patientFor, waitingPatients, WAITS_FROM, type Page } from './waiting-patients.query';

type Row = DueRow & {
  /** No session was given yet: it has no days. */
  readonly first: boolean;
  readonly refusedOn: PlainDate | null;
  readonly waitsFromOn: PlainDate;
  readonly attempts: number;
  readonly contacts: readonly (Omit<CallView, 'at'> & { at: string })[];
  readonly noShows: readonly string[];
};

/**
 * One page of patients with a course that the filters ask for, those first who wait longest; `after` is the day and the
 * patient of the last row seen. Each comes with all their courses that have not ended.
 */
export async function callRows(
  db: EntityManager,
  filters: Sought,
  day: DueListDay,
  page: Page,
): Promise<CallRowView[]> {
  const waiting = await waitingPatients(db, filters, day, page);
  const courses = await coursesOf(
    db,
    waiting.map(({ patientId }) => patientId),
    day,
  );
  return waiting.flatMap(({ patientId, fromOn }) => {
    const own = courses.get(patientId) ?? [];
    const lead = own.find(({ view }) => isMeant(view, filters, fromOn)) ?? own[0];
    return lead ? [rowOf(lead, own)] : [];
  });
}

/**
 * One page of single courses that the filters ask for, those first that wait longest; `after` is the day and the course
 * of the last row seen. `onlyDue`: those of the due list.
 */
export async function calledCourses(
  db: EntityManager,
  filters: DueFilters,
  day: DueListDay,
  page: Page & { onlyDue: boolean },
): Promise<CallRowView[]> {
  const values: unknown[] = [day.asOf, day.clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = listedBy(filters, day, value);
  const usual = page.onlyDue ? usualStatus(filters, day, value) : undefined;
  if (page.onlyDue) conditions.push('a.due_on is not null', usual ?? 'true');
  if (page.after)
    conditions.push(
      `(${WAITS_FROM}, a.course_id) > (${value(page.after[0])}::date, ${value(page.after[1])}::uuid)`,
    );
  const rows = await db.query<Row[]>(
    `${COURSES} where ${conditions.join(' and ')} order by "waitsFromOn", a.course_id limit ${value(page.limit)}`,
    values,
  );
  return rows.map((row) => {
    const called = { row, view: calledCourse(row, day) };
    return rowOf(called, [called]);
  });
}

/** Who gave the latest session of a course that has not ended. */
export function injectorsOnList(db: EntityManager): Promise<{ value: string; label: string }[]> {
  return db.query(
    `select u.id as value, u.display_name as label from app_user u
     where exists (select from course_assessment a where a.listed and a.injector_id = u.id)
     order by u.display_name, u.id`,
  );
}

/** How many patients the filters leave in each queue. */
export async function callCounts(
  db: EntityManager,
  filters: DueFilters,
  day: DueListDay,
): Promise<Record<CallQueue, number>> {
  const values: unknown[] = [day.asOf, day.clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = listedBy({ ...filters, queue: undefined }, day, value);
  // Each patient once before they are counted, sorted by a short key: `count(distinct)` took twice as long.
  const rows = await db.query<{ queue: CallQueue | null; patients: number }[]>(
    `select queue, count(*)::int as patients from (
       select distinct a.patient_id, ${queueOf(day, value)} as queue
       from course_assessment a ${WITH_BOOKED} ${patientFor(filters)}
       where ${conditions.join(' and ')}) of_patient
     group by queue`,
    values,
  );
  const counts = Object.fromEntries(CALL_QUEUES.map((callQueue) => [callQueue, 0])) as Record<
    CallQueue,
    number
  >;
  for (const { queue, patients } of rows) if (queue) counts[queue] = patients;
  return counts;
}

interface Called {
  readonly row: Row;
  readonly view: CalledCourseView;
}

async function coursesOf(
  db: EntityManager,
  patientIds: readonly string[],
  { asOf, clinic }: DueListDay,
): Promise<ReadonlyMap<string, readonly Called[]>> {
  const rows = await db.query<Row[]>(
    `${COURSES} where a.listed and a.patient_id = any($3::uuid[]) order by a.patient_id, "waitsFromOn", a.course_id`,
    [asOf, clinic.zone, patientIds],
  );
  const byPatient = new Map<string, Called[]>();
  for (const row of rows) {
    const called = { row, view: calledCourse(row, { asOf, clinic }) };
    byPatient.set(row.patientId, [...(byPatient.get(row.patientId) ?? []), called]);
  }
  return byPatient;
}

const COURSES = `
select ${DUE_COLUMNS}, a.due_on is null as first, a.refused_on as "refusedOn", ${WAITS_FROM} as "waitsFromOn", a.attempts,
  coalesce((
    select jsonb_agg(jsonb_build_object('at', k.at, 'channel', k.channel, 'outcome', k.outcome, 'note', k.note)
      order by k.at desc, k.created_at desc)
    from (select * from contact where course_id = a.course_id order by at desc, created_at desc limit a.attempts) k),
    '[]') as contacts,
  coalesce((
    select jsonb_agg(x.starts_at order by x.starts_at desc) from appointment x
    where x.course_id = a.course_id and x.status = 'no-show'
      and x.starts_at >= coalesce(a.anchor_on::timestamp at time zone $2, '-infinity')), '[]') as "noShows"
from course_assessment a join course c on c.id = a.course_id ${DUE_JOINS}`;

function calledCourse(row: Row, { asOf, clinic }: DueListDay): CalledCourseView {
  const { first, snoozedUntilOn, refusedOn, contacts, noShows, waitsFromOn, attempts } = row;
  const { patient: _patient, ...due } = dueRow(
    { ...row, dueOn: first ? waitsFromOn : row.dueOn },
    asOf,
    clinic,
  );
  const dueOn = first ? null : due.dueOn;
  const booked = due.booked !== null;
  return {
    ...due,
    ...(first && NO_DAYS),
    waitsFromOn,
    queue: callQueueOn(asOf, { dueOn, booked, snoozedUntilOn, refusedOn }, clinic.due) ?? null,
    attempts,
    contacts: contacts.map((call) => ({ ...call, at: new Date(call.at) })),
    noShows: noShows.map((startsAt) => new Date(startsAt)),
  };
}

const NO_DAYS = {
  anchorOn: null,
  earliestOn: null,
  dueOn: null,
  bookOn: null,
  overdueFrom: null,
  dueStatus: 'no-session',
  daysOverdue: 0,
} as const;

/** The course for which the patient stands at this place of the list. */
function isMeant(view: CalledCourseView, { queue }: DueFilters, fromOn: PlainDate): boolean {
  return view.waitsFromOn === fromOn && (queue === undefined || view.queue === queue);
}

/** One call about several courses counts once. */
function rowOf({ row, view }: Called, own: readonly Called[]): CallRowView {
  const { patientId: id, mrn, familyName, givenName, phone } = row;
  const contacts = [
    ...new Map(
      own.flatMap((course) => course.view.contacts).map((call) => [call.at.getTime(), call] as const),
    ).values(),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const last = contacts[0];
  return {
    ...view,
    patient: { id, mrn, familyName, givenName, phone },
    attempts: contacts.length,
    lastContact: last ? { at: last.at, outcome: last.outcome } : null,
    contacts,
    courses: own.map((course) => course.view),
  };
}
