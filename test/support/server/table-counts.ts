import type { EntityManager } from 'typeorm';

/** How many rows every table holds: equal before and after what must not have written. */
export async function tableCounts(db: EntityManager): Promise<Record<string, number>> {
  const tables = await db.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`);
  const rows = await db.query<{ name: string; rows: number }[]>(counts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

/** The same without the seals, which the service sets a moment after an answer. */
export async function writtenCounts(db: EntityManager): Promise<Record<string, number>> {
  const counts = Object.entries(await tableCounts(db));
  return Object.fromEntries(counts.filter(([table]) => !/^audit_(seal|unsealed)$/.test(table)));
}
