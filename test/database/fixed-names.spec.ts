import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { nameActor } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../support/app';
import { asAdministrator, createTestDatabase } from '../support/database';
import { fillEveryTable } from '../support/every-table';
import { tableCounts } from '../support/server/table-counts';

const ACTOR = { id: randomUUID(), name: 'x', role: 'admin' } as const;

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  await fillEveryTable(service);
});
afterAll(() => service.close());

it('every function of ours that runs beneath a statement has a search path of its own', async () => {
  const found = await service.work.db.query<{ name: string; path: string | null }[]>(
    `select p.proname as name, (select setting from unnest(p.proconfig) as setting where setting like 'search_path=%') as path
      from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
     order by name`,
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { name, path } of found)
    expect({ name, path }).toEqual({
      name,
      path: expect.stringMatching(/^search_path=(pg_catalog, pg_temp|"")$/) as string,
    });
});

describe('a temporary table with the name of the trail', () => {
  async function trailOf(path: string): Promise<{ real: number; diverted: number }> {
    return asAdministrator(async (client) => {
      await client.query('begin');
      await client.query('create temporary table audit_entry (like public.audit_entry including all)');
      await client.query('create temporary table course (like public.course)');
      await client.query(`set local search_path = ${path}`);
      const count = async (table: string): Promise<number> =>
        (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
      const before = await count('public.audit_entry');
      await client.query(
        `select set_config('clinic.actor_id', $1, true), set_config('clinic.actor_name', 'x', true), set_config('clinic.actor_role', 'admin', true)`,
        [ACTOR.id],
      );
      await client.query('update public.patient set given_name = given_name');
      await client.query('update public.hold set reason = reason');
      const counted = {
        real: (await count('public.audit_entry')) - before,
        diverted: await count('pg_temp.audit_entry'),
      };
      await client.query('rollback');
      return counted;
    }, new URL(service.databaseUrl).pathname.slice(1));
  }

  it.each(['public, pg_temp', 'pg_temp, public', "''"])(
    'diverts nothing with the search path %s',
    async (path) => {
      const { patient, hold } = await tableCounts(service.work.db);
      expect(await trailOf(path)).toEqual({ real: patient! + hold!, diverted: 0 });
    },
  );

  it('is not what a statement of ours means', async () => {
    const [{ meant }] = await service.work.db.transaction(async (tx) => {
      await asOwner(tx.query.bind(tx));
      return tx.query<[{ meant: string }]>(
        `select relnamespace::regnamespace::text as meant from pg_class where oid = 'audit_entry'::regclass`,
      );
    });
    expect(meant).toBe('public');
  });

  /** Where the role may make temporary tables at all. */
  async function asOwner(query: (sql: string) => Promise<unknown>): Promise<void> {
    await query('savepoint before');
    await query('create temporary table audit_entry (id int)').catch(() => query('rollback to before'));
  }
});

it('no write needs a search path: what it meets is what was decided for it', async () => {
  const tables = await service.work.db.query<{ table: string; column: string }[]>(
    `select c.relname as table, (select quote_ident(attname) from pg_attribute
        where attrelid = c.oid and attnum > 0 and attidentity = '' order by attnum limit 1) as column
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const client = new Client({ connectionString: service.ownerUrl, options: '-c search_path=' });
  await client.connect();
  for (const { table, column } of tables) {
    await client.query('begin');
    await nameActor({ query: (sql: string, values: string[]) => client.query(sql, values) } as never, ACTOR);
    const code = await client.query(`update public.${table} set ${column} = ${column}`).then(
      () => 'written',
      (error: { code: string }) => error.code,
    );
    expect({ table, code }).toEqual({
      table,
      code: expect.stringMatching(/^(written|CL00\d|42501)$/) as string,
    });
    await client.query('rollback');
  }
  await client.end();
});

it('a restore of data alone into a new schema is the same record', async () => {
  const tables = Object.keys(await tableCounts(service.work.db));
  const target = await createTestDatabase('data_only');
  const source = new URL(service.databaseUrl).pathname.slice(1);
  const dumped = new Map<string, string>();
  const before = await asAdministrator(async (client) => {
    for (const table of tables) {
      const { rows } = await client.query<{ rows: string | null }>(
        `select json_agg(t)::text as rows from public.${table} t`,
      );
      dumped.set(table, rows[0]!.rows ?? '[]');
    }
    return digests(client, tables);
  }, source);

  const after = await asAdministrator(async (client) => {
    // As pg_restore --data-only --disable-triggers does it, after emptying what the migrations have filled.
    await client.query(`set search_path = ''`);
    await client.query('begin');
    for (const table of tables) await client.query(`alter table public.${table} disable trigger all`);
    for (const table of tables) {
      await client.query(`delete from public.${table}`);
      await client.query(
        `insert into public.${table} overriding system value select * from json_populate_recordset(null::public.${table}, $1)`,
        [dumped.get(table)],
      );
    }
    for (const table of tables) await client.query(`alter table public.${table} enable trigger all`);
    await client.query('commit');
    return digests(client, tables);
  }, target.name);
  expect(after).toEqual(before);
});

async function digests(client: Client, tables: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ digest: string }>(
      `select md5(string_agg(t::text, ',' order by t::text)) as digest from public.${table} t`,
    );
    found[table] = rows[0]!.digest;
  }
  return found;
}
