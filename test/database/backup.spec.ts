import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { restoreBackup } from '../../src/backup/restore-backup';
import { readSealed } from '../../src/backup/sealed-file';
import { takeBackup, type GoodBackup } from '../../src/backup/take-backup';
import { SYSTEM } from '../../src/platform/actor';
import { readConfig } from '../../src/platform/config';
import { migrate, migrateTo } from '../../src/platform/database/migrate';
import { createServer } from '../../src/server';
import { send, startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started } from '../support/builders';
import { createEmptyDatabase } from '../support/database';

const PASSPHRASE = 'a passphrase of many letters';
const NOW = new Date('2026-11-27T02:30:00Z');

let service: TestApp;
let folder: string;
let backup: GoodBackup;
let patientId: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-backups-'));
  chmodSync(folder, 0o755);
  service = await startApp();
  const { neurologist, scheduler } = service;
  patientId = await registered(neurologist, { familyName: 'Łukasz\\.\t"Ö"', givenName: '\\N' });
  const courseId = await started(neurologist, { patientId });
  const note = 'first line\nsecond line\\\n\\.\nend';
  await signs(neurologist, await logged(neurologist, courseId, { note }));
  const { body } = await neurologist.get(`/courses/${courseId}`);
  await neurologist.patch(`/courses/${courseId}`, body.version, {
    overrideDueOn: '2026-12-21',
    overrideReason: 'away until then',
  });
  await scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-07T15:00:00Z' });
  backup = await takeBackup(service.databaseUrl, { folder, passphrase: PASSPHRASE, keep: 3 }, NOW);
});
afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const sealed = () => readSealed(backup.path, PASSPHRASE);

const GUARDS = `
  select tgrelid::regclass::text || '.' || tgname as guard, tgenabled::text as state from pg_trigger where not tgisinternal
  union all
  select conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) || convalidated from pg_constraint
    where connamespace = 'public'::regnamespace
  order by 1`;

describe('a backup', () => {
  it('has every table, was restored for a try and leaves nothing else behind', async () => {
    const tables = await ask<{ name: string }>(
      service.databaseUrl,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    expect(backup.foot.tables.map(({ table }) => table).toSorted()).toEqual(
      tables.map(({ name }) => name).toSorted(),
    );
    expect(backup.foot.tables.find(({ table }) => table === 'injection_session')).toMatchObject({ rows: 1 });
    expect(readdirSync(folder)).toEqual([backup.name]);
    expect(backup.name).toBe('clinic-2026-11-27T02-30-00Z.backup.gz.age');
  });

  it('comes back in an empty database: every digest, trigger and key, and people work on in it', async () => {
    const { url } = await createEmptyDatabase('restored');
    const foot = await restoreBackup(url, 'the new one', sealed());
    expect(foot).toEqual(backup.foot);
    expect(await ask(url, GUARDS)).toEqual(await ask(service.databaseUrl, GUARDS));

    const config = readConfig({ DATABASE_URL: url, PORT: '0', NIGHTLY: 'false' });
    const app = await createServer(config, url);
    try {
      await app.listen(0, '127.0.0.1');
      const at = (await app.getUrl()).replace('[::1]', '127.0.0.1');
      const headers = { authorization: `Bearer ${service.neurologist.token}` };
      const { body } = await send(at, 'GET', `/patients/${patientId}`, { headers });
      expect(body).toMatchObject({ familyName: 'Łukasz\\.\t"Ö"', givenName: '\\N' });
      const changed = await send(at, 'PATCH', `/patients/${patientId}`, {
        headers: { ...headers, 'if-match': `"${body.version}"` },
        body: { phone: null },
      });
      expect(changed.status).toBe(200);
    } finally {
      await app.close();
    }
    const [newest] = await ask<{ before: boolean }>(
      url,
      `select id > ${backup.foot.sequences.audit_entry_id_seq ?? 0} as before from audit_entry order by id desc limit 1`,
    );
    expect(newest).toEqual({ before: true });
    await expect(ask(url, 'delete from audit_entry')).rejects.toThrow(/only grows/);
    await expect(ask(url, 'truncate patient cascade')).rejects.toThrow('Records are kept');
  });

  it('is not restored where somebody works, or over tables of others; the line says what is there', async () => {
    await expect(restoreBackup(service.databaseUrl, 'db.example:5432/clinic', sealed())).rejects.toThrow(
      /^Nothing was restored: db\.example:5432\/clinic is not empty \(4 users have an account in it\)/,
    );
    const { url } = await createEmptyDatabase('of_others');
    await ask(url, 'create table orders (id integer primary key)');
    await expect(restoreBackup(url, 'db.example:5432/shop', sealed())).rejects.toThrow(
      /it has the table orders/,
    );
    expect(await ask(url, 'select * from orders')).toEqual([]);
  });

  it('that is not what was written restores nothing, and can be tried again with a right one', async () => {
    const { url } = await createEmptyDatabase('damaged');
    async function* changed(): AsyncGenerator<Uint8Array> {
      let text = '';
      for await (const piece of sealed()) text += Buffer.from(piece).toString('latin1');
      yield Buffer.from(text.replaceAll('away until then', 'away until them'), 'latin1');
    }
    await expect(restoreBackup(url, 'here', changed())).rejects.toThrow(
      /^The digests of these tables are not those of the backup: audit_entry, course/,
    );
    expect(await ask(url, 'select id from patient')).toEqual([]);
    expect(await restoreBackup(url, 'here', sealed())).toEqual(backup.foot);
  });

  it('with a row that points to none restores nothing', async () => {
    const { url } = await createEmptyDatabase('dangling');
    async function* changed(): AsyncGenerator<Uint8Array> {
      let text = '';
      for await (const piece of sealed()) text += Buffer.from(piece).toString('latin1');
      yield Buffer.from(text.replace(new RegExp(`^(${patientId}\\t.*\\n)`, 'm'), ''), 'latin1');
    }
    await expect(restoreBackup(url, 'here', changed())).rejects.toThrow(/violates foreign key constraint/);
    expect(await ask(url, 'select id from course')).toEqual([]);
  });
});

describe('a backup of an older schema', () => {
  it('is restored at its own schema and then brought to the newest; one of a newer schema is refused', async () => {
    const [old, into] = [await createEmptyDatabase('old'), await createEmptyDatabase('into')];
    const all = (
      await ask<{ timestamp: string }>(service.databaseUrl, 'select timestamp from migrations order by 1')
    ).map(({ timestamp }) => Number(timestamp));
    const then = all.slice(0, -2);
    await migrateTo(old.url, then);
    await ask(
      old.url,
      `begin; select set_config('clinic.actor_id', '${SYSTEM.id}', true), set_config('clinic.actor_name', 'x', true),
        set_config('clinic.actor_role', 'system', true);
      insert into app_user (id, username, display_name, role, password_hash)
        values (gen_random_uuid(), 'anna', 'Anna', 'admin', 'none'); commit`,
    );
    const older = await takeBackup(
      old.url,
      { folder, passphrase: undefined, keep: 3 },
      new Date('2026-11-27T03:00:00Z'),
    );
    expect(await restoreBackup(into.url, 'here', readSealed(older.path, undefined))).toEqual(older.foot);
    expect(await ask(into.url, 'select username from app_user')).toEqual([{ username: 'anna' }]);
    expect(await migrate(into.url)).toBe(0);

    async function* newer(): AsyncGenerator<Uint8Array> {
      let text = '';
      for await (const piece of readSealed(older.path, undefined))
        text += Buffer.from(piece).toString('latin1');
      yield Buffer.from(text.replace(`"migrations":[`, `"migrations":[4102444800000,`), 'latin1');
    }
    const { url } = await createEmptyDatabase('newer');
    await expect(restoreBackup(url, 'here', newer())).rejects.toThrow(
      'The migration 4102444800000 is not known here: a newer version of the service made this.',
    );
  });
});

describe('a backup that fails', () => {
  it('leaves no file, and what was kept before stays', async () => {
    const before = readdirSync(folder);
    const { url } = await createEmptyDatabase('without_tables');
    const plan = { folder, passphrase: undefined, keep: 1 };
    await expect(takeBackup(url, plan, new Date('2026-11-27T04:00:00Z'))).rejects.toThrow(/migrations/);
    expect(readdirSync(folder)).toEqual(before);
  });
});
