import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import {
  digestLine,
  verifyTrail,
  type Digest,
  type TrailVerdict,
} from '../../src/platform/audit/chain/verify-trail';
import { sealTrail, TrailSealer } from '../../src/platform/audit/chain/trail-sealer';
import { ADVISORY_LOCKS } from '../../src/platform/database/locks/advisory-locks';
import { asking } from '../../src/platform/database/connection/check-database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { startApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { copyDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { until } from '../support/until';

const run = promisify(execFile);
const ENTER = `insert into audit_entry (actor_name, actor_role, action, subject, detail) values ('Ana', 'scheduler', 'read', 'patient', '{"limit": 50}')`;

const verified = (url: string, digests: readonly Digest[] = []): Promise<TrailVerdict> =>
  asking(url, (ask) => verifyTrail(ask, digests));
const newest = (url: string): Promise<Digest[]> =>
  asking(url, (ask) =>
    ask<Digest>(
      `select n::int, encode(hash, 'hex') as hash from audit_seal order by audit_seal.n desc limit 1`,
      [],
    ),
  );
const statements = (url: string, ...list: string[]): Promise<unknown[]> =>
  asking(url, async (ask) => {
    let rows: unknown[] = [];
    for (const statement of list) rows = await ask(statement, []);
    return rows;
  });

describe('a service', () => {
  it('seals what its answers have entered, soon after', async () => {
    const service = await startApp({ today: '2026-11-23' });
    const courseId = await started(service.neurologist, { patientId: await registered(service.neurologist) });
    await logged(service.neurologist, courseId);
    await until(async () => (await verified(service.databaseUrl)).waiting === 0);
    const before = await verified(service.databaseUrl);
    expect(before).toMatchObject({ faults: [] });
    expect(before.entries).toBeGreaterThan(10);
    expect(before.seals).toBeLessThanOrEqual(before.entries);

    await service.close();
  });

  it('seals at its start what one before it has left, which ended without a word', async () => {
    const { url, serviceUrl } = await createTestDatabase('left');
    await statements(url, ENTER, ENTER);
    const dataSource = await new DataSource(dataSourceOptions(serviceUrl)).initialize();
    const sealer = new TrailSealer(dataSource);
    sealer.onApplicationBootstrap();
    await until(async () => (await verified(url)).waiting === 0);
    // And at its end, what its last answers have entered.
    await statements(url, ENTER);
    await sealer.onApplicationShutdown();
    await dataSource.destroy();
    expect(await verified(url)).toMatchObject({ entries: 3, seals: 2, waiting: 0, faults: [] });
  });
});

describe('sealing', () => {
  let database: TestDatabase;
  let clients: Client[];
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    clients.push(client);
    return client;
  };
  beforeEach(async () => {
    clients = [];
    database = await createTestDatabase('sealing');
  });
  afterEach(() => Promise.all(clients.map((client) => client.end())));

  it('passes over nothing that was numbered early and committed late', async () => {
    const [slow, fast] = [await connect(), await connect()];
    await slow.query('begin');
    await slow.query(ENTER);
    await fast.query(ENTER);
    await asking(database.serviceUrl, sealTrail);
    expect(await verified(database.url)).toMatchObject({ entries: 1, seals: 1, waiting: 0, faults: [] });
    await slow.query('commit');
    expect(await verified(database.url)).toMatchObject({ entries: 2, seals: 1, waiting: 1, faults: [] });
    await asking(database.serviceUrl, sealTrail);
    expect(await verified(database.url)).toMatchObject({ entries: 2, seals: 2, waiting: 0, faults: [] });
    const order = await statements(database.url, 'select ids from audit_seal order by n');
    expect(order).toEqual([{ ids: ['2'] }, { ids: ['1'] }]);
  });

  it('keeps no writer waiting, and is done by one at a time', async () => {
    const [sealer, writer] = [await connect(), await connect()];
    await writer.query(ENTER);
    await sealer.query('begin');
    expect((await sealer.query('select seal_trail(1000)')).rows).toEqual([{ seal_trail: 1 }]);
    await writer.query(`set statement_timeout = '5s'`);
    await writer.query(ENTER);
    expect((await writer.query('select seal_trail(1000)')).rows).toEqual([{ seal_trail: 0 }]);
    await sealer.query('commit');
    expect((await writer.query('select seal_trail(1000)')).rows).toEqual([{ seal_trail: 1 }]);
    expect(await verified(database.url)).toMatchObject({ entries: 2, seals: 2, waiting: 0, faults: [] });
  });

  it('waits for nobody who writes to a patient, and keeps none of them waiting', async () => {
    const [sealer, writer] = [await connect(), await connect()];
    await writer.query('begin');
    await writer.query('select pg_advisory_xact_lock_shared($1)', [ADVISORY_LOCKS.allPatients]);
    await sealer.query(ENTER);
    await sealer.query('begin');
    expect((await sealer.query('select seal_trail(1000)')).rows).toEqual([{ seal_trail: 1 }]);
    await writer.query('commit');
    const { rows } = await writer.query('select pg_try_advisory_lock_shared($1) as mine', [
      ADVISORY_LOCKS.allPatients,
    ]);
    expect(rows).toEqual([{ mine: true }]);
    const { rows: kept } = await writer.query(
      `select objid::int as lock from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(kept).toEqual([{ lock: ADVISORY_LOCKS.sealTrail }]);
    await sealer.query('commit');
  });

  it('of what was undone seals nothing, and of much as much as is wanted', async () => {
    const writer = await connect();
    await writer.query('begin');
    await writer.query(ENTER);
    await writer.query('rollback');
    for (let entry = 0; entry < 5; entry += 1) await writer.query(ENTER);
    expect((await writer.query('select seal_trail(2)')).rows).toEqual([{ seal_trail: 2 }]);
    expect((await writer.query('select seal_trail(2)')).rows).toEqual([{ seal_trail: 2 }]);
    expect(await verified(database.url)).toMatchObject({ entries: 5, seals: 2, waiting: 1, faults: [] });
  });

  it('holds when the trail gets a column', async () => {
    await statements(
      database.url,
      ENTER,
      'select seal_trail(1)',
      'alter table audit_entry add column checked_by text',
      ENTER,
    );
    await statements(
      database.url,
      `insert into audit_entry (actor_name, actor_role, action, subject, checked_by) values ('Ana', 'admin', 'read', 'x', 'r1')`,
      'select seal_trail(9)',
    );
    expect(await verified(database.url)).toMatchObject({ entries: 3, seals: 2, faults: [] });
    const unguarded = [
      'alter table audit_entry disable trigger user',
      `update audit_entry set checked_by = 'r2' where id = 1`,
    ];
    await statements(database.url, ...unguarded);
    expect(await verified(database.url)).toMatchObject({
      faults: [expect.stringContaining('Entry 1 was changed')],
    });
  });

  it.each(['update audit_seal set at = now()', 'delete from audit_seal', 'truncate audit_seal'])(
    'cannot be undone: %s',
    async (statement) => {
      await statements(database.url, ENTER, 'select seal_trail(1)');
      await expect(statements(database.url, statement)).rejects.toThrow('The audit trail only grows');
      await expect(statements(database.serviceUrl, statement)).rejects.toMatchObject({ code: '42501' });
      await expect(statements(database.serviceUrl, 'delete from audit_unsealed')).rejects.toMatchObject({
        code: '42501',
      });
    },
  );
});

describe('a trail that somebody has tampered with', () => {
  let whole: TestDatabase;
  let digests: Digest[];

  /** Entries 1 to 9 in three seals of three, and entry 10, which is not sealed. */
  beforeAll(async () => {
    whole = await createTestDatabase('whole');
    for (let seal = 0; seal < 3; seal += 1)
      await statements(whole.url, ENTER, ENTER, ENTER, 'select seal_trail(9)');
    await statements(whole.url, ENTER);
    digests = await newest(whole.url);
  });

  const UNGUARDED = [
    'alter table audit_entry disable trigger user',
    'alter table audit_seal disable trigger user',
  ];

  /** What is found in a copy in which the owner has done this with the guards off. */
  async function found(
    tampering: readonly string[],
    kept: readonly Digest[] = [],
  ): Promise<readonly string[]> {
    const copy = await copyDatabase(whole);
    try {
      await statements(copy.url, ...UNGUARDED, ...tampering);
      return (await verified(copy.serviceUrl, kept)).faults.map((fault) =>
        fault.replace(/ of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, ''),
      );
    } finally {
      await copy.drop();
    }
  }

  it('is none while nobody has', async () => {
    expect(await found([])).toEqual([]);
    expect(await found([], digests)).toEqual([]);
  });

  it.each`
    tampering                                                                                                                           | faults                                                                                                                                                            | why
    ${`update audit_entry set actor_name = 'Eve' where id = 5`}                                                                         | ${["Entry 5 was changed, or stands in another's place (seal 2)."]}                                                                                                | ${'who did it'}
    ${`update audit_entry set at = at - interval '1 microsecond' where id = 1`}                                                         | ${["Entry 1 was changed, or stands in another's place (seal 1)."]}                                                                                                | ${'when it was done'}
    ${`update audit_entry set detail = '{"limit": 51}' where id = 9`}                                                                   | ${["Entry 9 was changed, or stands in another's place (seal 3)."]}                                                                                                | ${'how much was read'}
    ${`update audit_entry set patient_id = gen_random_uuid() where id = 9`}                                                             | ${["Entry 9 was changed, or stands in another's place (seal 3)."]}                                                                                                | ${'of whom'}
    ${'delete from audit_entry where id = 7'}                                                                                           | ${['Entry 7 was removed (seal 3).']}                                                                                                                              | ${'an entry removed'}
    ${'delete from audit_entry where id = 10'}                                                                                          | ${['Entry 10 was removed before it was sealed.']}                                                                                                                 | ${'an entry removed that was not sealed yet'}
    ${'update audit_entry e set at = o.at from audit_entry o where e.id + o.id = 3 and e.id <> o.id'}                                   | ${["Entry 1 was changed, or stands in another's place (seal 1).", "Entry 2 was changed, or stands in another's place (seal 1)."]}                                 | ${'two entries in each other’s place'}
    ${`insert into audit_entry (at, actor_name, actor_role, action, subject) values ('2020-01-01', 'Eve', 'admin', 'read', 'patient')`} | ${["Entry 11 is in no seal: it was put in past the database's own guard."]}                                                                                       | ${'an entry of another day put in'}
    ${'delete from audit_unsealed'}                                                                                                     | ${["Entry 10 is in no seal: it was put in past the database's own guard."]}                                                                                       | ${'an entry kept from being sealed'}
    ${`update audit_seal set at = at - interval '1 day' where n = 2`}                                                                   | ${['Seal 2 was changed.']}                                                                                                                                        | ${'the day of a seal'}
    ${`update audit_seal set ids = '{4,5,10}' where n = 2`}                                                                             | ${['Seal 2 was changed.', "Entry 10 was changed, or stands in another's place (seal 2).", "Entry 6 is in no seal: it was put in past the database's own guard."]} | ${'other entries in a seal'}
    ${'update audit_seal set n = 30 where n = 2; update audit_seal set n = 2 where n = 3; update audit_seal set n = 3 where n = 30'}    | ${['Seal 2 does not follow seal 1.', 'Seal 2 was changed.', 'Seal 3 does not follow seal 2.', 'Seal 3 was changed.']}                                             | ${'two seals in each other’s place'}
  `('shows $why', async ({ tampering, faults }: { tampering: string; faults: string[] }) => {
    expect(await found(tampering.split('; '))).toEqual(faults);
  });

  it('shows a seal that is missing, with its entries', async () => {
    expect(await found(['delete from audit_seal where n = 2'])).toEqual([
      'Seal 2 is missing.',
      ...[4, 5, 6].map((id) => `Entry ${id} is in no seal: it was put in past the database's own guard.`),
    ]);
  });

  it('shows by a digest kept elsewhere alone that the end was cut off', async () => {
    const cut = [
      'delete from audit_seal where n = 3',
      'delete from audit_entry where id > 6',
      'delete from audit_unsealed',
    ];
    expect(await found(cut)).toEqual([]);
    expect(await found(cut, digests)).toEqual([
      'Seal 3, whose digest was kept, is missing: the end of the trail was cut off.',
    ]);
  });

  it('shows by a digest kept elsewhere alone that all was sealed anew', async () => {
    const anew = [
      'delete from audit_seal where n > 1',
      `update audit_entry set actor_name = 'Eve' where id = 5`,
      'delete from audit_unsealed',
      'insert into audit_unsealed select id from audit_entry where id > 3',
      ...['3', '3', '4'].map((most) => `select seal_trail(${most})`),
    ];
    expect(await found(anew)).toEqual([]);
    expect(await found(anew, digests)).toEqual([
      'Seal 3 is not the one whose digest was kept: the trail was sealed anew.',
    ]);
  });

  describe('by the commands', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'clinic-digests-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    async function command(
      name: string,
      url: string,
      ...args: string[]
    ): Promise<{ code: number; said: string }> {
      const root = join(__dirname, '../..');
      const program = [
        '-r',
        join(root, 'test/support/typescript.cjs'),
        join(root, `src/commands/${name}.ts`),
        ...args,
      ];
      const env = { ...process.env, DATABASE_URL: url };
      const done = await run(process.execPath, program, { env, cwd: root }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
          code,
          said: stdout + stderr,
        }),
      );
      return { code: done.code, said: done.said.trimEnd() };
    }

    it('a digest is printed, and a copy is held against it', async () => {
      const copy = await copyDatabase(whole);
      const digest = await command('audit-digest', copy.serviceUrl);
      expect(digest).toMatchObject({
        code: 0,
        said: expect.stringMatching(/ seal 4 of the trail: sha256 [0-9a-f]{64}$/) as string,
      });
      const file = join(folder, 'digests');
      writeFileSync(file, `${digestLine(new Date(), digests[0]!)}\n${digest.said}\n`);
      expect(await command('audit-verify', copy.serviceUrl, '--digests', file)).toEqual({
        code: 0,
        said: expect.stringMatching(
          /^The trail is what was sealed\. 10 entries in 4 seals, 0 not sealed yet, 2 digests: /,
        ) as string,
      });
      await statements(
        copy.url,
        ...UNGUARDED,
        'delete from audit_entry where id = 7',
        'delete from audit_seal where n = 4',
      );
      const { code, said } = await command('audit-verify', copy.serviceUrl, '--digests', file);
      expect(code).toBe(1);
      expect(said.split('\n')).toEqual([
        'Entry 7 was removed (seal 3).',
        'Seal 4, whose digest was kept, is missing: the end of the trail was cut off.',
        `Entry 10 is in no seal: it was put in past the database's own guard.`,
        expect.stringMatching(/^The trail was tampered with\. 9 entries in 3 seals, /),
      ]);
      writeFileSync(file, `${randomUUID()}\n`);
      expect(await command('audit-verify', copy.serviceUrl, '--digests', file)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^This is no line of "npm run audit:digest": /) as string,
      });
    });
  });
});
