import type { EntityManager } from 'typeorm';
import { INDICATIONS } from '../clinical/catalogue/indications';
import { wallTimeAt } from '../clinical/schedule/wall-clock';
import { csvLines } from '../reporting/files/csv';
import { firstBookable } from '../clinical/calling/first-bookable';
import type { Clinic } from '../platform/clinic';
import type { CallRowView } from '../worklist/calling/calls.dto';
import { calledCourses } from '../worklist/calling/calls.query';
import type { DueListDay } from '../worklist/list-day';
import type { DueFilters } from '../worklist/worklist.dto';
import { dueStatusWords } from './parts/page/badges';
import { coverWords } from './parts/page/cover-words';

const BATCH = 500;

const COLUMNS = [
  'record_number',
  'family_name',
  'given_name',
  'phone',
  'treatment',
  'side',
  'due_on',
  'book_on',
  'status',
  'days_overdue',
  'booked_at',
  'on_hold',
  'snoozed_until',
  'last_contact_at',
  'last_contact_outcome',
  'authorization',
  'calls',
  'no_shows',
] as const;

/** A tab of the board may be of courses that are not on the due list: not due for long, or without a session. */
interface Asked {
  readonly query: DueFilters;
  readonly all: boolean;
}

/** The whole list as CSV, a line a course, its times on the clinic's clock, and whose rows are in it. */
export async function dueCsv(
  db: EntityManager,
  { query, all }: Asked,
  day: DueListDay,
): Promise<{ text: string; patientIds: string[] }> {
  const parts = [csvLines([COLUMNS])];
  const patientIds: string[] = [];
  const onlyDue = query.queue === undefined && !all;
  let after: readonly string[] | undefined;
  for (;;) {
    const rows = await calledCourses(db, query, day, { limit: BATCH, after, onlyDue });
    patientIds.push(...rows.map((row) => row.patient.id));
    parts.push(csvLines(rows.map((row) => cells(row, day.clinic))));
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return { text: parts.join(''), patientIds: [...new Set(patientIds)] };
    after = [last.waitsFromOn, last.courseId];
  }
}

function cells(row: CallRowView, { zone, today, due }: Clinic): (string | number | boolean | null)[] {
  const { patient, booked, lastContact } = row;
  return [
    patient.mrn,
    patient.familyName,
    patient.givenName,
    patient.phone,
    INDICATIONS[row.indication].name,
    row.side,
    row.dueOn,
    row.bookOn && firstBookable(row.bookOn, today, due),
    dueStatusWords(row.dueStatus),
    row.daysOverdue,
    booked && wallTimeAt(booked.startsAt, zone).replace('T', ' '),
    row.onHold,
    row.snoozedUntil,
    lastContact && wallTimeAt(lastContact.at, zone).replace('T', ' '),
    lastContact && lastContact.outcome,
    coverWords(row, today),
    row.attempts,
    row.noShows.length,
  ];
}
