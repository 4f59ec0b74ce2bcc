import type { EntityManager } from 'typeorm';
import { INDICATIONS } from '../clinical/catalogue/indications';
import { CSV } from '../reporting/files/csv';
import { dueRows } from '../worklist/due-rows.query';
import type { DueListDay } from '../worklist/list-day';
import type { DueFilters, DueRowView } from '../worklist/worklist.dto';
import { coverWords, dueStatusWords } from './parts/page/badges';
import { wallTimeAt } from './shared/wall-clock';

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
] as const;

/** The whole due list as CSV, its times on the clinic's clock, and whose rows are in it. */
export async function dueCsv(
  db: EntityManager,
  filters: DueFilters,
  day: DueListDay,
): Promise<{ text: string; patientIds: string[] }> {
  const parts = [CSV.open(COLUMNS)];
  const patientIds: string[] = [];
  let after: readonly string[] | undefined;
  for (;;) {
    const rows = await dueRows(db, filters, day, { limit: BATCH, after });
    patientIds.push(...rows.map((row) => row.patient.id));
    parts.push(
      CSV.rows(
        COLUMNS,
        rows.map((row) => cells(row, day.clinic.zone)),
        after === undefined,
      ),
    );
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return { text: parts.join(''), patientIds };
    after = [last.dueOn, last.courseId];
  }
}

function cells(row: DueRowView, zone: string): (string | number | boolean | null)[] {
  const { patient, booked, lastContact } = row;
  return [
    patient.mrn,
    patient.familyName,
    patient.givenName,
    patient.phone,
    INDICATIONS[row.indication].name,
    row.side,
    row.dueOn,
    row.bookOn,
    dueStatusWords(row.dueStatus),
    row.daysOverdue,
    booked && wallTimeAt(booked.startsAt, zone).replace('T', ' '),
    row.onHold,
    row.snoozedUntil,
    lastContact && wallTimeAt(lastContact.at, zone).replace('T', ' '),
    lastContact && lastContact.outcome,
    coverWords(row.authorization),
  ];
}
