import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Client as Line } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres';
import { BulkExport } from '../../src/fhir/bulk/bulk-export.entity';
import { migrate } from '../../src/platform/database/migrate';
import { SYSTEM } from '../../src/platform/actor';
import { kickOff, waitFor } from '../support/fhir/bulk';
import { beginExport, textOf } from '../support/clients/begun-export';
import { startApp, type Answer, type TestApp } from '../support/app';
import { aPatient, aSession, started } from '../support/builders';
import { grantToService } from '../support/database';
import { until } from '../support/until';

let parent: string;
let server: EmbeddedPostgres;
let app: TestApp;
let courseId: string;

/** A server of its own, as safe as a clinic's, that may be killed, frozen and misconfigured. */
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'clinic-faults-'));
  chmodSync(parent, 0o755);
  server = await startEmbeddedPostgres({
    dataDir: join(parent, 'data'),
    log: () => undefined,
  });
  const urls = { url: server.ownerUrl, serviceUrl: server.url };
  await migrate(urls.url);
  await grantToService(urls);
  app = await startApp({ database: { ...urls, drop: () => server.stop() } });
  courseId = await started(app.neurologist);
});
afterAll(async () => {
  await app.close();
  rmSync(parent, { recursive: true, force: true });
});

async function asSuperuser(...statements: string[]): Promise<void> {
  const line = new Line({ connectionString: server.adminUrl });
  await line.connect();
  for (const statement of statements) await line.query(statement);
  await line.end();
}

const write = (id: string = randomUUID()): Promise<Answer> =>
  app.neurologist.post('/patients', { id, ...aPatient() });
const read = (): Promise<Answer> => app.neurologist.get(`/courses/${courseId}`);
const ready = (): Promise<Response> => fetch(`${app.url}/health/ready`);
const detailOf = (response: Response): Promise<string> =>
  response.json().then((body) => (body as { detail: string }).detail);

function expectAway({ status, headers, body }: Answer): void {
  expect({ status, detail: body.detail }).toEqual({ status: 503, detail: expect.any(String) });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

/** The service itself is never started anew. */
async function recovers(): Promise<void> {
  await until(async () => (await ready()).status === 200);
  expect((await write()).status).toBe(201);
  expect((await read()).status).toBe(200);
}

it('503 while the server is gone and is being started again, and nothing but 503', async () => {
  const answers: Promise<Answer>[] = [];
  for (let kill = 0; kill < 3; kill += 1) {
    const died = server.serverPid();
    for (let n = 0; n < 10; n += 1) answers.push(write(), read());
    process.kill(died, 'SIGKILL');
    while (server.serverPid() === died) {
      answers.push(write(), read());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await recovers();
  }
  const refused = (await Promise.all(answers)).filter(({ status }) => status >= 400);
  expect(refused.length).toBeGreaterThan(0);
  refused.forEach(expectAway);
});

it('503 while the server is frozen, though its lines are open', async () => {
  await Promise.all(Array.from({ length: 10 }, read));
  const frozen = processesOf(server.serverPid());
  frozen.forEach((pid) => process.kill(pid, 'SIGSTOP'));
  try {
    const [written, shown] = await Promise.all([write(), read()]);
    expectAway(written);
    expectAway(shown);
    await until(async () => (await ready()).status === 503);
  } finally {
    frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));
  }
  await recovers();
});

it('a whole of FHIR under way is begun again once the server is frozen no more', async () => {
  // Holds it in the middle: patients are done, and their courses cannot be read.
  const holder = new Line({ connectionString: server.ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table course in access exclusive mode');
  const { token } = app.neurologist;
  const asked = await kickOff(app.url, token, '$export?_type=Patient,Condition');
  const at = asked.headers.get('content-location')!;
  const made = (): Promise<BulkExport> =>
    app.work.db.findOneByOrFail(BulkExport, { id: at.split('/').at(-1)! });
  await until(async () => (await made()).typesDone === 1);
  const given = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const frozen = processesOf(server.serverPid());
  frozen.forEach((pid) => process.kill(pid, 'SIGSTOP'));
  try {
    await until(() => Promise.resolve(given.mock.contexts.some(isOfExports)));
    expect((await fetch(at, { headers: { authorization: `Bearer ${token}` } })).status).toBe(503);
  } finally {
    frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));
    given.mockRestore();
  }
  await holder.query('rollback');
  await holder.end();
  await recovers();
  const { output } = await waitFor(at, token);
  expect(output.map(({ type }) => type)).toEqual(['Condition', 'Patient']);
  expect(await made()).toMatchObject({ attempts: 2, typesDone: 2 });
});

it('an export under way breaks off while the server is frozen: no part of it passes for the whole', async () => {
  // More than what the sockets between hold.
  await app.work.write(SYSTEM, async (tx) => {
    await tx.query(
      `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
        select id, id, $1, date '2020-01-01' + n % 2000, 'ona', $2
        from (select gen_random_uuid() as id, n from generate_series(1, 4000) as n) as made`,
      [courseId, app.neurologist.userId],
    );
    await tx.query(
      `insert into session_vial (session_id, position, lot_number, expires_on, vial_units)
        select id, 0, repeat('L', 8000), '2030-01-31', 100 from injection_session where course_id = $1`,
      [courseId],
    );
  });
  const answer = await beginExport(app.url, app.reporting.token, 'sessions.csv');
  const frozen = processesOf(server.serverPid());
  frozen.forEach((pid) => process.kill(pid, 'SIGSTOP'));
  try {
    await expect(textOf(answer)).rejects.toThrow('aborted');
    expect(answer.complete).toBe(false);
  } finally {
    frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));
  }
  await recovers();
});

it('503 while the server takes no writes, and not ready', async () => {
  await Promise.all(Array.from({ length: 10 }, read));
  await asSuperuser('alter system set default_transaction_read_only = on', 'select pg_reload_conf()');
  await until(async () => (await ready()).status === 503);
  expect(await detailOf(await ready())).toBe('The database takes no writes: it is read-only, or a standby.');
  expectAway(await write());
  // What was read stands in the trail, or is not shown.
  expectAway(await read());
  await asSuperuser(
    'set transaction_read_only = off',
    'alter system reset default_transaction_read_only',
    'select pg_reload_conf()',
  );
  await recovers();
});

it('503 in its own words while the disk is full', async () => {
  const line = new Line({ connectionString: server.ownerUrl });
  await line.connect();
  await line.query(
    `create function is_full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`,
  );
  await line.query('create trigger is_full before insert on patient execute function is_full()');
  const answer = await write();
  expectAway(answer);
  expect(answer.body.detail).toBe(
    'The disk of the database is full. Nothing was written: tell the administrator, and send it again once there is room.',
  );
  expect(answer.headers.get('retry-after')).toBe('30');
  await line.query('drop trigger is_full on patient');
  await line.end();
  await recovers();
});

describe('with a standby that must have what was written, and is gone', () => {
  beforeAll(async () => {
    await asSuperuser(
      'alter database clinic set synchronous_commit = on',
      `alter system set synchronous_standby_names = 'gone'`,
      'select pg_reload_conf()',
      `select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = 'clinic'`,
    );
    // The service has dropped the lines that were cut, and asks on new ones.
    await until(async () => (await read()).status === 200);
  });

  it('a COMMIT is not waited for: it is not known whether it was written, nor is it when sent again', async () => {
    const id = randomUUID();
    const patient = { id, ...aPatient() };
    const first = await app.neurologist.post('/patients', patient);
    expectAway(first);
    expect(first.body.detail).toMatch(/^It is not known whether this was written/);
    // The first still holds its claim, until somebody ends its wait: then it is written here, and nowhere else.
    await asSuperuser(endTheWait());
    const again = await app.neurologist.post('/patients', patient);
    expectAway(again);
    expect(again.body.detail).toMatch(/^It is not known whether this was written/);
    expect((await ready()).status).toBe(503);

    await asSuperuser(`alter system reset synchronous_standby_names`, 'select pg_reload_conf()');
    await until(async () => (await ready()).status === 200);
    const { status, body } = await app.neurologist.post('/patients', patient);
    expect([status, body.id]).toEqual([200, id]);
  });

  it('a COMMIT that is acknowledged because its wait was ended is not taken for one', async () => {
    // Long enough ago that this request writes it down: that waits for no standby either.
    const line = new Line({ connectionString: server.ownerUrl });
    await line.connect();
    await line.query(`update login_session set last_seen_at = last_seen_at - interval '2 minutes'`);
    await line.end();
    await asSuperuser(`alter system set synchronous_standby_names = 'gone'`, 'select pg_reload_conf()');
    const sent = app.neurologist.post('/sessions', aSession(courseId, { id: randomUUID() }));
    await until(isWaiting);
    // Who only looks waits for no standby.
    expect((await read()).status).toBe(200);
    await asSuperuser(endTheWait());
    const answer = await sent;
    expectAway(answer);
    expect(answer.body.detail).toMatch(/^It is not known whether this was written/);
    await asSuperuser(`alter system reset synchronous_standby_names`, 'select pg_reload_conf()');
    await recovers();
  });
});

function isOfExports(logger: unknown): boolean {
  return (logger as { context?: string }).context === 'Exports';
}

const WAITING = `from pg_stat_activity where datname = 'clinic' and wait_event = 'SyncRep'`;

function endTheWait(): string {
  return `select pg_cancel_backend(pid) ${WAITING}`;
}

async function isWaiting(): Promise<boolean> {
  const line = new Line({ connectionString: server.adminUrl });
  await line.connect();
  const { rowCount } = await line.query(`select ${WAITING} and query = 'COMMIT'`);
  await line.end();
  return rowCount! > 0;
}

/** The server and each process of its own. */
function processesOf(postmaster: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === postmaster)
    .map(Number);
  return [postmaster, ...children];
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S+ /s, '')
        .split(' ')[0],
    );
  } catch {
    return undefined;
  }
}
