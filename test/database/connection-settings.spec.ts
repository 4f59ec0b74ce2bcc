import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { readConfig } from '../../src/platform/config';
import { connectionTo } from '../../src/platform/database/connection/connection-settings';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { openDatabase } from '../../src/platform/database/open-database';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { asAdministrator, createEmptyDatabase, createTestDatabase } from '../support/database';

const open = (env: Record<string, string>) => openDatabase(readConfig(env));

/** What an administrator of the server may have set for a database, each of which once changed what we read or wrote. */
const HOSTILE: Readonly<Record<string, string>> = {
  datestyle: 'German, DMY',
  intervalstyle: 'iso_8601',
  timezone: 'Asia/Kolkata',
  client_encoding: 'LATIN1',
  bytea_output: 'escape',
  extra_float_digits: '-3',
  default_transaction_isolation: 'serializable',
  default_transaction_deferrable: 'on',
  client_min_messages: 'error',
  row_security: 'off',
  search_path: 'pg_temp, elsewhere',
  statement_timeout: '1ms',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

async function setHostile(database: string): Promise<void> {
  await asAdministrator(async (client) => {
    for (const [name, value] of Object.entries(HOSTILE)) {
      const path = name === 'search_path' ? value : client.escapeLiteral(value);
      await client.query(`alter database ${client.escapeIdentifier(database)} set ${name} = ${path}`);
    }
  });
}

describe('a database whose settings are others', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startApp({ today: '2026-11-23', prepare: setHostile });
  });
  afterAll(() => service.close());

  it('is used with ours', async () => {
    const [settings] = await service.work.db.query<Record<string, string>[]>(
      `select ${Object.keys(HOSTILE)
        .map((name) => `current_setting('${name}') as ${name}`)
        .join(', ')}`,
    );
    expect(settings).toEqual({
      datestyle: 'ISO, YMD',
      intervalstyle: 'postgres',
      timezone: 'UTC',
      client_encoding: 'UTF8',
      bytea_output: 'hex',
      extra_float_digits: '1',
      default_transaction_isolation: 'read committed',
      default_transaction_deferrable: 'off',
      client_min_messages: 'notice',
      row_security: 'on',
      search_path: 'public, pg_temp',
      statement_timeout: '30s',
      lock_timeout: '4500ms',
      idle_in_transaction_session_timeout: '1min',
    });
  });

  it('keeps days as days, and holds a dose against what was given', async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist, { familyName: 'Łukasz', birthDate: '1974-01-12' });
    expect((await neurologist.get(`/patients/${patientId}`)).body).toMatchObject({
      familyName: 'Łukasz',
      birthDate: '1974-01-12',
    });
    const courseId = await started(neurologist, { patientId });
    await logged(neurologist, courseId, { performedOn: '2026-11-09' });
    const answer = await neurologist.post('/sessions/check', {
      courseId,
      performedOn: '2026-11-23',
      product: 'ona',
      injections: [{ muscle: 'splenius_capitis', side: 'right', units: 390 }],
    });
    const codes = answer.body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['S02', 'S03']));
  });

  it('is migrated all the same', async () => {
    const { name, url } = await createEmptyDatabase('settings_empty');
    await setHostile(name);
    expect(await migrate(url)).toBeGreaterThan(0);
    const client = new Client(connectionTo(url));
    await client.connect();
    const { rows } = await client.query(
      `select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'patient'`,
    );
    await client.end();
    expect(rows).toEqual([{ schema: 'public' }]);
  });
});

describe('says in one line why it does not start', () => {
  it('when the database cannot hold every name', async () => {
    const { name, url } = await createEmptyDatabase(
      'latin',
      "encoding 'LATIN1' locale_provider libc locale 'C'",
    );
    await expect(open({ DATABASE_URL: url })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(
        new RegExp(
          `^DATABASE_URL: the database at .*/${name} cannot be used: ${name} is encoded in LATIN1, `,
        ),
      ) as string,
    });
  });

  it('when the role keeps its changes out of the trail', async () => {
    const { name, url } = await createTestDatabase('replica');
    await asAdministrator((client) =>
      client.query(
        `alter database ${client.escapeIdentifier(name)} set session_replication_role = 'replica'`,
      ),
    );
    await expect(open({ DATABASE_URL: url })).rejects.toThrow(
      /cannot be used: session_replication_role is replica, which keeps changes out of the trail/,
    );
  });

  it.each`
    zone                | said
    ${'US/Pacific-New'} | ${'CLINIC_ZONE: PostgreSQL does not know the zone US/Pacific-New: give another, such as America/New_York'}
    ${'PST'}            | ${/^CLINIC_ZONE: PST means two things: at .* UTC it is .* there to Node and .* to PostgreSQL: give another/}
  `('when $zone is not one place to Node and PostgreSQL', async ({ zone, said }) => {
    const { url } = await createTestDatabase('zone');
    await expect(open({ DATABASE_URL: url, CLINIC_ZONE: zone as string })).rejects.toThrow(said as string);
  });

  it('when a zone that was set long ago is not', async () => {
    const { url } = await createTestDatabase('zone_set');
    const db = await new DataSource(dataSourceOptions(url)).initialize();
    await db.transaction(async (tx) => {
      await tx.query(`select set_config('clinic.actor_id', gen_random_uuid()::text, true),
        set_config('clinic.actor_name', 'x', true), set_config('clinic.actor_role', 'admin', true)`);
      await tx.query(`update clinic_setting set zone = 'US/Pacific-New'`);
    });
    await db.destroy();
    await expect(open({ DATABASE_URL: url })).rejects.toThrow(
      `The clinic's zone: PostgreSQL does not know the zone US/Pacific-New: set the column zone of clinic_setting to another`,
    );
  });
});
