import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../clinical/calendar';
import { coverAsOf, type CoverPeriod } from '../clinical/cover/cover';
import { dueStatusOn } from '../clinical/due/due-status';
import type { IndicationSlug } from '../clinical/catalogue/indications';
import type { Clinic } from '../platform/clinic';
import { coverView } from '../records/courses/course.query';
import type { ContactOutcome } from '../records/scheduling/contact.entity';
import { listedBy, usualStatus, type Sought } from './due-conditions';
import type { DueListDay } from './list-day';
import { LIST_STATUSES, type DueFilters, type DueRowView, type ListStatus } from './worklist.dto';

/** A course with its days, as DUE_COLUMNS reads it. */
export interface DueRow {
  courseId: string;
  patientId: string;
  mrn: string;
  familyName: string;
  givenName: string | null;
  phone: string | null;
  indication: IndicationSlug;
  side: string | null;
  anchorOn: PlainDate;
  earliestOn: PlainDate;
  dueOn: PlainDate;
  bookOn: PlainDate;
  overdueFrom: PlainDate;
  holdUntilOn: PlainDate | null;
  snoozedUntilOn: PlainDate | null;
  lastContactAt: Date | null;
  lastContactOutcome: ContactOutcome | null;
  cover: CoverPeriod[];
  appointmentId: string | null;
  startsAt: Date | null;
}

/**
 * One page of the due list, by due day and course; `after` is the last row seen. Patients and appointments are looked up of its
 * rows alone: of many thousands that fit, that took longer than to find them.
 */
export async function dueRows(
  db: EntityManager,
  filters: Sought,
  { asOf, clinic }: DueListDay,
  page: { limit: number; after?: readonly string[] },
): Promise<DueRowView[]> {
  const { sql, values } = onDueList(filters, { asOf, clinic });
  const after = page.after
    ? ` and (a.due_on, a.course_id) > ($${values.push(page.after[0])}::date, $${values.push(page.after[1])}::uuid)`
    : '';
  const rows = await db.query<DueRow[]>(
    `select ${DUE_COLUMNS} from (
       select a.* ${fromSought(filters)} where ${sql}${after} order by a.due_on, a.course_id limit $${values.push(page.limit)}) a
     ${DUE_JOINS} order by a.due_on, a.course_id`,
    values,
  );
  return rows.map((row) => dueRow(row, asOf, clinic));
}

/** How many rows of each status the same filters give. Few filters ask for the day or the zone: both are named, so that their types are known. */
export async function dueCounts(
  db: EntityManager,
  filters: DueFilters,
  { asOf, clinic }: DueListDay,
): Promise<Record<ListStatus, number>> {
  const { sql, values } = onDueList(filters, { asOf, clinic });
  const days = await db.query<{ dueOn: PlainDate; courses: number }[]>(
    `select a.due_on as "dueOn", count(*)::int as courses
     ${fromSought(filters)} where $1::date is not null and $2::text is not null and ${sql} group by a.due_on`,
    values,
  );
  const counts = Object.fromEntries(LIST_STATUSES.map((status) => [status, 0])) as Record<ListStatus, number>;
  for (const { dueOn, courses } of days) {
    counts[dueStatusOn(asOf, { dueOn }, clinic.due).dueStatus as ListStatus] += courses;
  }
  return counts;
}

export const DUE_COLUMNS = `
a.course_id as "courseId", a.patient_id as "patientId", p.mrn, p.family_name as "familyName",
  p.given_name as "givenName", p.phone, a.indication, a.side, a.anchor_on as "anchorOn", a.earliest_on as "earliestOn",
  a.due_on as "dueOn", a.book_on as "bookOn", a.overdue_from as "overdueFrom", a.hold_until_on as "holdUntilOn",
  a.snoozed_until_on as "snoozedUntilOn", a.last_contact_at as "lastContactAt",
  a.last_contact_outcome as "lastContactOutcome", a.cover,
  b.id as "appointmentId", b.starts_at as "startsAt"`;

const OF_PATIENT = 'join patient p on p.id = a.patient_id';

/** `$1` is the day, `$2` the clinic's zone: an appointment of that day counts as booked all day. */
export const DUE_JOINS = `
${OF_PATIENT}
left join lateral (
  select id, starts_at from appointment
  where course_id = a.course_id and status = 'booked' and starts_at >= ($1::date::timestamp at time zone $2)
  order by starts_at, id limit 1) b on true`;

/** A search alone asks for the patient. */
function fromSought({ q }: Pick<DueFilters, 'q'>): string {
  return `from course_assessment a ${q === undefined ? '' : OF_PATIENT}`;
}

/** That a course of `a` and its patient of `p` is on the due list. */
export function onDueList(filters: Sought, day: DueListDay): { sql: string; values: unknown[] } {
  const values: unknown[] = [day.asOf, day.clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = ['a.due_on is not null', ...listedBy(filters, day, value)];
  const usual = usualStatus(filters, day, value);
  if (usual) conditions.push(usual);
  return { sql: conditions.join(' and '), values };
}

export function dueRow(row: DueRow, asOf: PlainDate, clinic: Clinic): DueRowView {
  const { courseId, patientId, mrn, familyName, givenName, phone, indication, side } = row;
  const { anchorOn, earliestOn, dueOn, bookOn, overdueFrom, holdUntilOn, snoozedUntilOn } = row;
  return {
    courseId,
    patient: { id: patientId, mrn, familyName, givenName, phone },
    indication,
    side,
    anchorOn,
    earliestOn,
    dueOn,
    bookOn,
    overdueFrom,
    ...dueStatusOn(asOf, { dueOn }, clinic.due),
    onHold: holdUntilOn !== null && asOf < holdUntilOn,
    booked:
      row.appointmentId && row.startsAt ? { appointmentId: row.appointmentId, startsAt: row.startsAt } : null,
    snoozedUntil: snoozedUntilOn !== null && asOf < snoozedUntilOn ? snoozedUntilOn : null,
    lastContact:
      row.lastContactAt && row.lastContactOutcome
        ? { at: row.lastContactAt, outcome: row.lastContactOutcome }
        : null,
    ...coverView(coverAsOf(asOf, row.cover)),
  };
}

/** Of a course that is not on the list: no day of it is due. */
export const NO_DUE_DAYS = {
  anchorOn: null,
  earliestOn: null,
  dueOn: null,
  bookOn: null,
  overdueFrom: null,
  dueStatus: null,
  daysOverdue: 0,
} as const;
