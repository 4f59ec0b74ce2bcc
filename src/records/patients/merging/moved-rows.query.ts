import type { EntityManager } from 'typeorm';

/** Every table whose rows are a patient's own; all else hangs on their courses. A spec holds it equal to the schema. */
export const MOVED_TABLES = [
  'course',
  'prior_authorization',
  'cover_override',
  'external_dose',
  'patient_precaution',
  'pregnancy_answer',
  'lot',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

export type MovedRows = Record<MovedTable, string[]>;

/** Gives a patient's rows to another one: all, or those with these ids. Answers the ids of what went over. */
export async function moveRows(
  tx: EntityManager,
  { from, to, only }: { readonly from: string; readonly to: string; readonly only?: Readonly<MovedRows> },
): Promise<MovedRows> {
  const moved = {} as MovedRows;
  for (const table of MOVED_TABLES) {
    const rows = await tx.query<{ id: string }[]>(
      `with moved as (
        update ${table} set patient_id = $2 where patient_id = $1 and ($3::uuid[] is null or id = any($3)) returning id)
      select id from moved order by id`,
      [from, to, only?.[table] ?? null],
    );
    moved[table] = rows.map(({ id }) => id);
  }
  return moved;
}

/** The patient's own rows that came onto the record after a moment. */
export async function rowsSince(tx: EntityManager, patientId: string, moment: Date): Promise<MovedRows> {
  const since = {} as MovedRows;
  for (const table of MOVED_TABLES) {
    const rows = await tx.query<{ id: string }[]>(
      `select id from ${table} where patient_id = $1 and created_at > $2 order by id`,
      [patientId, moment],
    );
    since[table] = rows.map(({ id }) => id);
  }
  return since;
}
