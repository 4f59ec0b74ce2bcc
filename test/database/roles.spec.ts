import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig } from '../../src/platform/config';
import { asking } from '../../src/platform/database/connection/check-database';
import { nameActor } from '../../src/platform/database/unit-of-work';
import { openDatabase, type OpenDatabase } from '../../src/platform/database/open-database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres';
import { tmpdir } from 'node:os';

const ACTOR = { id: randomUUID(), name: 'x', role: 'admin' } as const;
const PATIENT = `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
  values (gen_random_uuid(), gen_random_uuid()::text, 'Muster', 'Ada', '1974-01-12', 'female', 'muster ada')`;

/** A server of its own, because roles belong to the server and not to a database. */
let server: EmbeddedPostgres;
beforeAll(async () => {
  server = await startEmbeddedPostgres({
    dataDir: join(mkdtempSync(join(tmpdir(), 'clinic-roles-')), 'data'),
    log: () => undefined,
    throwaway: true,
  });
});
afterAll(() => server.stop());

/** Runs statements one by one as a superuser; answers the rows of the last. */
async function asSuperuser(database: string, ...statements: string[]): Promise<unknown[]> {
  return asking(at('postgres', database), async (ask) => {
    let rows: unknown[] = [];
    for (const statement of statements) rows = await ask(statement, []);
    return rows;
  });
}

function at(role: string, database: string, password = 'it’s long/enough'): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  if (role === 'postgres') return url.href;
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

const open = (url: string, ownerUrl?: string): Promise<OpenDatabase> =>
  openDatabase(readConfig({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl }));

/** The text of every file of the service. */
function sources(): string[] {
  const src = join(__dirname, '../../src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(src, file), 'utf8'));
}

/** The statements for the database of a clinic, as compose runs them. */
function statementsOfCompose(): string[] {
  const script = readFileSync(join(__dirname, '../../docker/10-roles.sh'), 'utf8');
  const sql = /<<'SQL'\n(.*?)\nSQL\n/s.exec(script)![1]!;
  return sql
    .replaceAll(/:'(owner|service)_password'/g, `'it’s long/enough'`)
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

describe('the roles that compose makes', () => {
  let database: OpenDatabase;
  const owner = () => at('clinic_owner', 'clinic_of_compose');
  const service = () => at('clinic_service', 'clinic_of_compose');
  beforeAll(async () => {
    // On this server the embedded database has the name, and a role of it.
    const statements = statementsOfCompose().filter(
      (statement) => !statement.startsWith('create role clinic_service'),
    );
    expect(statements).toHaveLength(4);
    await asSuperuser(
      'postgres',
      `alter role clinic_service password 'it’s long/enough'`,
      ...statements.map((statement) =>
        statement.replaceAll(/database clinic\b/g, 'database clinic_of_compose'),
      ),
    );
    database = await open(service(), owner());
  });

  it('are enough to start: the owner migrates and grants, and the service is not told that it owns the trail', () => {
    expect(database).toMatchObject({ url: service(), ownerUrl: owner(), ownsTrail: undefined });
    expect(database.place).not.toContain('long');
  });

  it('start again without the owner, once nothing is to be migrated', async () => {
    expect(await open(service())).toMatchObject({ ownerUrl: service(), ownsTrail: undefined });
  });

  it('let the service write rows, with an entry by the database for each', async () => {
    const entries = await attempt(
      PATIENT,
      `select action, subject, actor_id from audit_entry where after ->> 'family_name' = 'Muster'`,
    );
    expect(entries).toEqual([{ action: 'insert', subject: 'patient', actor_id: ACTOR.id }]);
  });

  it.each([
    [`update audit_entry set actor_name = 'nobody'`, 'a change of an entry'],
    ['delete from audit_entry', 'its removal'],
    ['truncate audit_entry', 'emptying the trail'],
    ['alter table audit_entry disable trigger all', 'switching its guard off'],
    ['drop trigger audit on patient', 'taking a guard away'],
    ['alter table audit_entry disable row level security', 'opening it'],
    ['alter table audit_entry owner to clinic_service', 'owning it'],
    ['drop table audit_entry cascade', 'the end of it'],
    [
      `create or replace function public.audit_change() returns trigger language plpgsql as 'begin return null; end'`,
      'another trigger',
    ],
    [`create function public.mine() returns int language sql as 'select 1'`, 'a function'],
    ['create table public.mine (n int)', 'a table'],
    ['create temporary table audit_entry (n int)', 'a temporary table'],
    [`set session_replication_role = 'replica'`, 'a session without triggers'],
    ['set role clinic_owner', 'the owner’s rights'],
    [
      `insert into audit_entry (at, actor_name, actor_role, action, subject) values ('2020-01-01', 'x', 'admin', 'read', 'patient')`,
      'an entry of another day',
    ],
    [
      `insert into audit_entry (id, actor_name, actor_role, action, subject) overriding system value values (1, 'x', 'admin', 'read', 'patient')`,
      'an entry in another place',
    ],
    [
      `insert into audit_entry (actor_name, actor_role, action, subject) values ('x', 'admin', 'update', 'patient')`,
      'a change that was none',
    ],
    [
      `insert into audit_entry (actor_name, actor_role, action, subject, after) values ('x', 'admin', 'read', 'patient', '{}')`,
      'values that nothing had',
    ],
    ['delete from patient', 'the removal of a record'],
    ['delete from review', 'the removal of a review'],
    ['update review set reason = reason', 'a change of a review'],
    ['update migrations set name = name', 'another schema in name'],
    [`copy patient to program 'true'`, 'a program'],
  ])('refuse the service %s: %s', async (statement) => {
    await expect(attempt(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('let the service say what it shows', async () => {
    const read = `insert into audit_entry (actor_id, actor_name, actor_role, action, subject) values ('${ACTOR.id}', 'x', 'admin', 'read', 'patient')`;
    await expect(attempt(read)).resolves.toEqual([]);
  });

  it('may delete from the tables that something of ours deletes from, and from no other', async () => {
    const named = new Map(
      sources()
        .flatMap((text) => [...text.matchAll(/@Entity\('(\w+)'\)\s+export class (\w+)/g)])
        .map(([, table, entity]) => [entity!, table!]),
    );
    const deleted = sources()
      .flatMap((text) => [...text.matchAll(/\b(?:tx|db|manager)\.delete\((\w+),/g)])
      .map(([, entity]) => named.get(entity!));
    const may = await asking(service(), (ask) =>
      ask<{ table: string }>(
        `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and has_table_privilege(oid, 'delete') order by 1`,
        [],
      ),
    );
    expect(may.map(({ table }) => table)).toEqual([...new Set(deleted)].toSorted());
  });

  it('are judged at the start: a right that is missing is named, and the owner grants it again', async () => {
    await asSuperuser(
      'clinic_of_compose',
      'revoke update on patient from clinic_service',
      'revoke insert on course from clinic_service',
    );
    await expect(open(service())).rejects.toMatchObject({
      name: 'StartError',
      message:
        'DATABASE_URL: the role clinic_service lacks insert on course and 1 rights more: run "npm run migrate" with DATABASE_OWNER_URL, which grants them',
    });
    await expect(open(service(), owner())).resolves.toMatchObject({ url: service() });
    await expect(open(service())).resolves.toMatchObject({ url: service() });
  });

  async function attempt(...statements: string[]): Promise<unknown[]> {
    const client = new Client({ connectionString: service() });
    await client.connect();
    try {
      await client.query('begin');
      await nameActor(
        { query: (sql: string, values: string[]) => client.query(sql, values) } as never,
        ACTOR,
      );
      let rows: unknown[] = [];
      for (const statement of statements) rows = (await client.query(statement)).rows;
      return rows;
    } finally {
      await client.end();
    }
  }
});

describe('DATABASE_URL alone', () => {
  it('starts with the owner of everything, and says that it owns the trail', async () => {
    await asSuperuser(
      'postgres',
      `create role one_role login password 'it’s long/enough'`,
      'create database of_one owner one_role',
    );
    expect(await open(at('one_role', 'of_one'))).toMatchObject({ ownsTrail: 'one_role' });
    // And goes on as it was, with an owner that is the same.
    expect(await open(at('one_role', 'of_one'), at('one_role', 'of_one'))).toMatchObject({
      ownsTrail: 'one_role',
    });
    await asSuperuser(
      'of_one',
      'set role one_role',
      `select set_config('clinic.actor_id', '${ACTOR.id}', false), set_config('clinic.actor_name', 'x', false), set_config('clinic.actor_role', 'admin', false)`,
      PATIENT,
    );
  });

  it('starts with a member of the owner, who could become it, and says so', async () => {
    await asSuperuser(
      'postgres',
      `create role some_member login password 'it’s long/enough' in role one_role`,
    );
    expect(await open(at('some_member', 'of_one'))).toMatchObject({ ownsTrail: 'some_member' });
  });

  it('does not start with a role that may make no tables, while there are none', async () => {
    await asSuperuser(
      'postgres',
      `create role no_owner login password 'it’s long/enough'`,
      'create database of_nobody',
    );
    await expect(open(at('no_owner', 'of_nobody'))).rejects.toMatchObject({
      name: 'StartError',
      message:
        'The database schema cannot be brought up to date: permission denied for schema public: run "npm run migrate" with DATABASE_OWNER_URL, the address with the role that owns it',
    });
  });

  it.each(['it’s%20wrong', 'se%2Fcr%40t'])(
    'does not start with the wrong password %s, and does not repeat it',
    async (password) => {
      const url = at('one_role', 'of_one', decodeURIComponent(password));
      await expect(open(url)).rejects.toThrow(
        /^DATABASE_URL: the database at 127\.0\.0\.1:\d+\/of_one cannot be used: password authentication failed for user "one_role"$/,
      );
    },
  );
});

it('DATABASE_OWNER_URL needs DATABASE_URL', () => {
  expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://a:b@c/d' })).toThrow(
    'DATABASE_OWNER_URL is set without DATABASE_URL: set that to the role of the service',
  );
});
