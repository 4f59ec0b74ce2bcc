import type { Client } from 'pg';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Every table, by name. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES);
  const keyless = rows.find(({ key }) => key.length === 0);
  if (keyless)
    throw new Error(`The table ${keyless.name} has no primary key: its digest would have no order.`);
  return rows;
}

const TABLES = `
select c.relname as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  coalesce((select array_agg(a.attname::text order by k.n) from pg_index i
    cross join unnest(i.indkey) with ordinality k (attnum, n)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where i.indrelid = c.oid and i.indisprimary), '{}') as key
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
order by c.relname::text collate "C"`;

export async function sequencesOf(client: Client): Promise<Record<string, number | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last === null ? null : Number(last)]));
}

/** A COPY of a table's rows, in the order of its key. */
export function copyOut(client: Client, { name, columns, key }: Table): string {
  const listed = (names: readonly string[]) =>
    names.map((column) => client.escapeIdentifier(column)).join(', ');
  const from = client.escapeIdentifier(name);
  return `copy (select ${listed(columns)} from ${from} order by ${listed(key)}) to stdout`;
}
