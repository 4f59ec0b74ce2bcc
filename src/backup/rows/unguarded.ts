import type { Client } from 'pg';

interface Guard {
  readonly table: string;
  readonly name: string;
  readonly state: string;
}

/**
 * Lets rows in as they are, in whatever order they come, within the caller's transaction: triggers of ours, which refuse to empty
 * what is kept and write into the trail, rest, and foreign keys are asked at the end.
 *
 * @returns what puts all back as it was
 * @throws Error, then, of a row that points to none.
 */
export async function letRowsIn(client: Client): Promise<() => Promise<void>> {
  const triggers = (await client.query<Guard>(TRIGGERS)).rows;
  const keys = (await client.query<Guard>(KEYS)).rows;
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { table, name } of keys)
    await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`);
  return async () => {
    await client.query('set constraints all immediate');
    for (const { table, name, state } of triggers)
      await client.query(`alter table ${table} ${state} trigger ${name}`);
    for (const { table, name, state } of keys)
      await client.query(`alter table ${table} alter constraint ${name} ${state}`);
  };
}

const TRIGGERS = `
select tgrelid::regclass::text as table, quote_ident(tgname) as name,
  case tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as state
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace`;

const KEYS = `
select conrelid::regclass::text as table, quote_ident(conname) as name,
  case when not condeferrable then 'not deferrable' when condeferred then 'deferrable initially deferred'
    else 'deferrable initially immediate' end as state
from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
