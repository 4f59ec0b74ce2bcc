import type { EntityManager } from 'typeorm';
import type { RemovedView } from '../../platform/http/updates/updates-page.dto';
import { patientsOf, type Changed } from './changed-since.query';
import type { ListedRow, StoodRow, WorkList } from './work-list';

/** So many patients are looked at in one go. */
const BATCH = 100;

/** All rows of so few patients. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Lies before every id. */
const NONE = '00000000-0000-0000-0000-000000000000';

interface ChangedRow<V> extends StoodRow {
  readonly view: V | RemovedView;
}

interface Walk {
  readonly changed: Changed;
  readonly since: string;
  readonly until: Date;
  /** Patient and row of the last one seen. */
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

/** What stands on a list, and what does not, of the patients of whom it may have changed: by patient and row. */
export async function changedRows<V extends ListedRow>(
  db: EntityManager,
  list: WorkList<V>,
  { changed, since, until, after, limit }: Walk,
): Promise<ChangedRow<V>[]> {
  const [ofPatient, lastSeen = NONE] = after ?? [];
  const found =
    ofPatient === undefined
      ? []
      : (await rowsOf(list, [ofPatient], since, until)).filter(({ id }) => id > lastSeen);
  let last: string | undefined = ofPatient ?? NONE;
  while (last !== undefined && found.length < limit) {
    const patientIds = await nextPatients(db, changed, last);
    if (patientIds.length > 0) found.push(...(await rowsOf(list, patientIds, since, until)));
    last = patientIds.at(-1);
  }
  return found.slice(0, limit);
}

async function nextPatients(db: EntityManager, changed: Changed, last: string): Promise<string[]> {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const rows = await db.query<{ id: string }[]>(
    `select id from (${patientsOf(changed, value)}) of_patient(id)
     where id > ${value(last)}::uuid order by id limit ${value(BATCH)}`,
    values,
  );
  return rows.map(({ id }) => id);
}

async function rowsOf<V extends ListedRow>(
  list: WorkList<V>,
  patientIds: readonly string[],
  since: string,
  until: Date,
): Promise<ChangedRow<V>[]> {
  const rows = await list.rows({ limit: ALL, patientIds });
  const found = new Map<string, ChangedRow<V>>(
    (await list.stood(patientIds, since)).map(({ id, patientId }) => [
      id,
      { id, patientId, view: { id, removedAt: until } },
    ]),
  );
  for (const view of rows)
    found.set(list.idOf(view), { id: list.idOf(view), patientId: view.patient.id, view });
  return [...found.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ patientId, id }: StoodRow): string {
  return `${patientId} ${id}`;
}
