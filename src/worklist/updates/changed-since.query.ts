import type { EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { changedPatients } from '../../records/patients/changed-patients.query';
import type { Value } from '../due-conditions';

/** Of whom something may have changed on a list. */
export type Changed = 'everybody' | { readonly since: string };

/** What lists are made from and is nobody's own: a change of it may move any row. */
const OF_EVERYBODY = ['clinic_setting', 'payer', 'app_user'];

/** The service and its database may tell the time so far apart: within it a day may have begun for one of them alone. */
const CLOCKS_APART_MS = 5 * 60_000;

/**
 * Of whom a list is to be told again: of everybody where the clinic's day has changed since, or what the list is made from and
 * is nobody's own; else of those of whom something was written.
 *
 * @param alsoOf more tables of that kind
 */
export async function changedSince(
  db: EntityManager,
  { since, until, zone }: { readonly since: string; readonly until: Date; readonly zone: string },
  alsoOf: readonly string[] = [],
): Promise<Changed> {
  const from = new Date(since).getTime() - CLOCKS_APART_MS;
  const to = until.getTime() + CLOCKS_APART_MS;
  if (dayIn(zone, new Date(from)) !== dayIn(zone, new Date(to))) return 'everybody';
  const [row] = await db.query<[{ changed: boolean }]>(
    `select exists (${WRITTEN} and subject = any($2::text[])) as changed`,
    [since, [...OF_EVERYBODY, ...alsoOf]],
  );
  return row.changed ? 'everybody' : { since };
}

const WRITTEN = `select patient_id from audit_entry
  where at >= $1::timestamptz and action in ('insert', 'update', 'delete')`;

/** SQL: their ids. What the trail tells of a patient, and what is derived and in no trail. */
export function patientsOf(changed: Changed, value: Value): string {
  if (changed === 'everybody') return 'select id from patient';
  const since = value(changed.since);
  return `${changedPatients(`${since}::timestamptz`)} union ${WRITTEN.replace('$1', since)} and patient_id is not null`;
}
