import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres';
import type { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres';
import { locateNative, prepareBinaries } from '../../src/embedded-postgres/binaries';
import { identify, isRunning } from '../../src/embedded-postgres/process/process-id';
import { serverUser } from '../../src/embedded-postgres/process/run-as';
import { killEmbeddedServices, runEmbeddedService } from '../support/server/run-embedded-service';
import type { EmbeddedService } from '../support/server/run-embedded-service';
import { until } from '../support/until';

const asRoot = process.getuid?.() === 0;
const NOBODY = 65534;

describe('the embedded PostgreSQL', () => {
  let parent: string;
  let dataDir: string;
  let made: string;
  const stops: (() => Promise<void>)[] = [];

  /** A folder that has been started and stopped once; most tests begin with a copy of it, which is quicker. */
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'clinic-embedded-made-'));
    chmodSync(made, 0o755);
    const database = await startEmbeddedPostgres({ dataDir: join(made, 'data'), log: () => undefined });
    await database.stop();
  });

  afterAll(() => rmSync(made, { recursive: true, force: true }));

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'clinic-embedded-'));
    chmodSync(parent, 0o755);
    dataDir = join(parent, 'data');
  });

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    killEmbeddedServices();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  async function start(options: { log?: (message: string) => void } = {}): Promise<EmbeddedPostgres> {
    const database = await startEmbeddedPostgres({ dataDir, log: () => undefined, ...options });
    stops.push(database.stop);
    return database;
  }

  function useMadeFolder(): void {
    cpSync(join(made, 'data'), dataDir, { recursive: true });
  }

  it('is made on the first start and keeps its rows over a restart', async () => {
    const first = await start();
    const who = "select current_user, current_setting('is_superuser') as super, version() ~ ' 18\\.' as is18";
    expect(await rows(first.url, who)).toEqual([
      { current_user: 'clinic_service', super: 'off', is18: true },
    ]);
    expect(await rows(first.ownerUrl, who)).toEqual([{ current_user: 'clinic', super: 'off', is18: true }]);
    await rows(first.ownerUrl, 'create table kept (n int)', 'insert into kept values (1), (2)');
    await first.stop();
    expect(await isDown(first.ownerUrl)).toBe(true);

    const second = await start();
    expect(await rows(second.ownerUrl, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is set up for a record: checksums, passwords, loopback only, UTF-8, UTC', async () => {
    useMadeFolder();
    const { adminUrl, port } = await start();
    const [settings] = await rows(
      adminUrl,
      `select ${[
        'data_checksums',
        'listen_addresses',
        'unix_socket_directories',
        'server_encoding',
        'timezone',
        'jit',
        'fsync',
      ]
        .map((name) => `current_setting('${name}') as ${name}`)
        .join(', ')}`,
    );
    expect(settings).toEqual({
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      server_encoding: 'UTF8',
      timezone: 'UTC',
      jit: 'off',
      fsync: 'on',
    });
    const hba = await rows(adminUrl, 'select distinct auth_method from pg_hba_file_rules');
    expect(hba).toEqual([{ auth_method: 'scram-sha-256' }]);
    await expect(rows(`postgres://postgres:wrong@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
      /password/,
    );
    for (const role of ['', '.clinic', '.clinic_service'])
      expect(statSync(join(dataDir, `pg18${role}.password`)).mode & 0o777).toBe(0o600);
    // Below the ports that systems lend to outgoing connections.
    expect(port).toBeLessThan(30_000);
  });

  it('gives the superuser, the owner and the service each a password of their own', async () => {
    useMadeFolder();
    const { url, ownerUrl, adminUrl } = await start();
    const [service, owner, superuser] = [url, ownerUrl, adminUrl].map((of) => new URL(of));
    const passwords = new Set([service, owner, superuser].map((of) => of!.password));
    expect(passwords.size).toBe(3);
    for (const [other, { password }] of [
      ['postgres', service!],
      ['postgres', owner!],
      ['clinic', service!],
    ] as const) {
      const tried = new URL(url);
      tried.username = other;
      tried.password = password;
      await expect(rows(tried.href, 'select 1')).rejects.toThrow(/password/);
    }
    for (const statement of [
      'create table mine (n int)',
      'create temporary table audit_entry (n int)',
      'create schema mine',
      "select set_config('session_replication_role', 'replica', false)",
      'set role clinic',
    ])
      await expect(rows(url, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('moves a folder over whose service was the owner and had the password of the superuser', async () => {
    useMadeFolder();
    const before = await start();
    const old = new URL(before.adminUrl).password;
    await rows(before.ownerUrl, 'create table kept (n int)', 'insert into kept values (1)');
    await rows(
      before.adminUrl,
      `alter role clinic password '${old}'`,
      'grant connect, temporary on database clinic to public',
      'revoke all on database clinic from clinic_service',
      'drop role clinic_service',
    );
    await before.stop();
    for (const role of ['clinic', 'clinic_service']) rmSync(join(dataDir, `pg18.${role}.password`));

    const moved = await start();
    expect(await rows(moved.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(await rows(moved.url, 'select current_user')).toEqual([{ current_user: 'clinic_service' }]);
    const asBefore = new URL(moved.ownerUrl);
    asBefore.password = old;
    await expect(rows(asBefore.href, 'select 1')).rejects.toThrow(/password/);
    await expect(rows(moved.url, 'create temporary table kept (n int)')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('comes back on the same port when the server dies, and a pool finds it again', async () => {
    useMadeFolder();
    const said: string[] = [];
    const database = await start({ log: (message) => said.push(message) });
    const pool = new Pool({ connectionString: database.ownerUrl, max: 2 });
    pool.on('error', () => undefined);
    await pool.query('create table kept (n int)');
    await pool.query('insert into kept values (1)');

    const died = database.serverPid();
    process.kill(died, 'SIGKILL');
    // Its last processes may still answer for a moment.
    await until(async () => database.serverPid() !== died);
    await until(() =>
      pool.query('insert into kept values (2)').then(({ rowCount }) => rowCount === 1, notYet),
    );
    expect((await pool.query('select n from kept order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
    expect(said).toEqual([
      `The database server (process ${died}) ended unexpectedly; starting it again on port ${database.port}.`,
    ]);
    await pool.end();
  });

  it('loses no acknowledged row when service and server are killed', async () => {
    useMadeFolder();
    const first = await runEmbeddedService(dataDir);
    const acknowledged = await writeUntil(first.url, 400, () => {
      process.kill(first.pid, 'SIGKILL');
      process.kill(first.serverPid, 'SIGKILL');
    });
    await first.ended;

    const second = await start();
    const [found] = await rows(second.ownerUrl, 'select count(*)::int as n, max(n) as last from written');
    expect(acknowledged).toBeGreaterThanOrEqual(400);
    // A row may have been written whose acknowledgement was never read.
    expect(found?.n).toBeGreaterThanOrEqual(acknowledged);
    expect(found?.n).toBe(found?.last);
  });

  it('is ended by its watchdog when only the service is killed', async () => {
    useMadeFolder();
    const service = await runEmbeddedService(dataDir);
    const server = identify(service.serverPid);
    process.kill(service.pid, 'SIGKILL');
    await until(async () => !isRunning(server!));
    await until(async () => !existsSync(join(dataDir, 'pg18', 'postmaster.pid')));
    // Ended in order: the next start has nothing to recover.
    expect(readFileSync(join(dataDir, 'pg18.log'), 'utf8')).toMatch(/database system is shut down\n$/);
  });

  it('takes over the server that a killed service left, at once and without a break', async () => {
    useMadeFolder();
    const first = await runEmbeddedService(dataDir);
    await rows(first.url, 'create table kept (n int)', 'insert into kept values (1)');
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'pg18.watchdog'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;

    const second = await start();
    expect([second.serverPid(), second.port]).toEqual([first.serverPid, first.port]);
    expect(await rows(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    // An adopted server is kept running, too.
    process.kill(first.serverPid, 'SIGKILL');
    await until(async () => second.serverPid() !== first.serverPid);
    await until(() =>
      rows(second.ownerUrl, 'select n from kept').then((found) => found.length === 1, notYet),
    );
  });

  it('waits for a server that its watchdog is ending', async () => {
    useMadeFolder();
    const first = await runEmbeddedService(dataDir);
    process.kill(first.pid, 'SIGKILL');
    process.kill(first.serverPid, 'SIGTERM');
    const client = new Client({ connectionString: first.url });
    client.on('error', () => undefined);
    await client.connect().catch(() => undefined);
    await first.ended;
    const second = await start();
    expect(await rows(second.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await client.end().catch(() => undefined);
  });

  it('refuses a second service on the same folder, in one line, and leaves the first alone', async () => {
    useMadeFolder();
    const first = await start();
    await expect(runEmbeddedService(dataDir)).rejects.toThrow(
      new Error(
        `The data folder ${dataDir} is in use by process ${process.pid}. Stop that service, or set DATA_DIR to another folder.`,
      ),
    );
    expect(await rows(first.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('starts one of two services that are started at once', async () => {
    const tries = await Promise.allSettled([runEmbeddedService(dataDir), runEmbeddedService(dataDir)]);
    const [started, ...more] = tries
      .filter((outcome) => outcome.status === 'fulfilled')
      .map(({ value }) => value);
    const refused = tries.find((outcome) => outcome.status === 'rejected');
    expect(more).toEqual([]);
    expect(String(refused?.reason)).toContain(`is in use by process ${started?.pid}.`);
    await end(started);
  });

  it('outlives Ctrl-C until the service has closed', async () => {
    useMadeFolder();
    const service = await runEmbeddedService(dataDir);
    // What a terminal does: the signal goes to the whole process group.
    process.kill(-service.pid, 'SIGINT');
    expect(await service.ended).toBe(0);
    expect(service.said).toContainEqual({ stopping: true, serverAlive: true });
    expect(readdirSync(dataDir).toSorted()).toEqual([
      'pg18',
      'pg18.clinic.password',
      'pg18.clinic_service.password',
      'pg18.log',
      'pg18.password',
    ]);
  });

  it('clears away what a first start left that was cut off', async () => {
    mkdirSync(join(dataDir, 'pg18-new-abc123', 'data'), { recursive: true });
    if (asRoot) chmodSync(dataDir, 0o711);
    await start();
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg18-new'))).toEqual([]);
  });

  describe('says in one line why it does not start', () => {
    it('when the data folder is a file', async () => {
      writeFileSync(dataDir, '');
      await expect(start()).rejects.toMatchObject({
        name: 'StartError',
        message: `The data folder ${dataDir} cannot be made: EEXIST: file already exists, mkdir '${dataDir}'`,
      });
    });

    it('when the password is missing or wrong', async () => {
      useMadeFolder();
      const file = join(dataDir, 'pg18.password');
      writeFileSync(file, 'wrong\n');
      // The superuser is asked where something is missing.
      rmSync(join(dataDir, 'pg18.clinic.password'));
      await expect(start()).rejects.toThrow(
        `The password in ${file} does not open the database in ${dataDir}/pg18: bring back the right one.`,
      );
      rmSync(file);
      await expect(start()).rejects.toThrow(
        `The password file ${file} is missing, and the database in ${dataDir}/pg18 does not open without it: bring it back.`,
      );
    });

    it('when the cluster is damaged, with what PostgreSQL says', async () => {
      useMadeFolder();
      writeFileSync(join(dataDir, 'pg18', 'PG_VERSION'), '12\n');
      await expect(start()).rejects.toThrow(
        /^The database server does not start: database files are incompatible with server \(see .*pg18\.log\)$/,
      );
    });
  });

  it('copies the programs beside the data when they cannot be used where they are', () => {
    const native = join(parent, 'package', 'native');
    cpSync(join(locateNative(), '..'), join(parent, 'package'), { recursive: true, verbatimSymlinks: true });
    removeLinks(join(native, 'lib'));
    // Root writes everywhere, but the server's user cannot enter; an ordinary user cannot make the missing links.
    chmodSync(asRoot ? join(parent, 'package') : join(native, 'lib'), asRoot ? 0o700 : 0o500);
    mkdirSync(dataDir);
    const home = { dir: dataDir, user: serverUser(dataDir) };

    const { postgres } = prepareBinaries(home, native);
    expect(postgres).toBe(join(dataDir, 'pg18-bin', 'bin', 'postgres'));
    expect(spawnSync(postgres, ['--version'], { ...home.user, encoding: 'utf8' }).stdout).toMatch(/ 18\./);

    const copied = statSync(postgres).ctimeMs;
    prepareBinaries(home, native);
    expect(statSync(postgres).ctimeMs).toBe(copied);
    rmSync(join(dataDir, 'pg18-bin', 'lib', 'libpq.so.5'));
    prepareBinaries(home, native);
    expect(spawnSync(postgres, ['--version'], { ...home.user }).status).toBe(0);
    chmodSync(join(native, 'lib'), 0o700);
  });

  if (asRoot) {
    describe('started by root', () => {
      it('runs as another user, and as an ordinary user the same folder stays usable by root', async () => {
        chmodSync(parent, 0o777);
        const first = await runEmbeddedService(dataDir, { uid: NOBODY });
        expect(ownerOf(`/proc/${first.serverPid}`)).toBe(NOBODY);
        await rows(first.url, 'create table kept (n int)', 'insert into kept values (1)');
        await end(first);

        const second = await start();
        expect(ownerOf(`/proc/${second.serverPid()}`)).toBe(NOBODY);
        expect(await rows(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }]);
        await second.stop();

        const third = await runEmbeddedService(dataDir, { uid: NOBODY });
        expect(await rows(third.url, 'select n from kept')).toEqual([{ n: 1 }]);
        await end(third);
      });

      it('keeps the data elsewhere when only root may enter the folder, and finds them again', async () => {
        chmodSync(parent, 0o700);
        const reachable = mkdtempSync(join(tmpdir(), 'clinic-reachable-'));
        await expect(startEmbeddedPostgres({ dataDir, reachable, log: () => undefined })).rejects.toThrow(
          /^The database cannot live in .*, which only root may enter, nor in .*: user \d+ may not enter it$/,
        );
        chmodSync(reachable, 0o711);
        const first = await startEmbeddedPostgres({ dataDir, reachable, log: () => undefined });
        stops.push(first.stop, async () => rmSync(reachable, { recursive: true }));
        await rows(first.ownerUrl, 'create table kept (n int)', 'insert into kept values (1)');
        const home = readFileSync(join(dataDir, 'pg18.location'), 'utf8').trim();
        expect(home.startsWith(reachable)).toBe(true);
        await first.stop();

        const second = await startEmbeddedPostgres({ dataDir, reachable, log: () => undefined });
        stops.push(second.stop);
        expect(await rows(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }]);
        await second.stop();

        rmSync(home, { recursive: true });
        await expect(start()).rejects.toThrow(
          `says that the database is in ${home}, which is not there: bring it back, or remove the note to start afresh.`,
        );
      });
    });
  }
});

function removeLinks(dir: string): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(dir, entry.name));
  }
}

async function end(service: EmbeddedService | undefined): Promise<void> {
  if (!service) return;
  process.kill(service.pid, 'SIGTERM');
  expect(await service.ended).toBe(0);
}

/** Runs the statements one after the other and answers the rows of the last. */
async function rows(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let answer: Record<string, unknown>[] = [];
    for (const statement of statements)
      answer = (await client.query<Record<string, unknown>>(statement)).rows;
    return answer;
  } finally {
    await client.end();
  }
}

/** Writes rows 1, 2, 3 … one by one until the server is gone; answers how many were acknowledged. */
async function writeUntil(url: string, count: number, reached: () => void): Promise<number> {
  await rows(url, 'create table written (n int primary key)');
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let acknowledged = 0;
  try {
    for (;;) {
      await client.query('insert into written values ($1)', [acknowledged + 1]);
      acknowledged += 1;
      if (acknowledged === count) reached();
    }
  } catch {
    return acknowledged;
  }
}

/** What is asked of a server that is being started again fails until it is there. */
const notYet = (): boolean => false;

async function isDown(url: string): Promise<boolean> {
  return rows(url, 'select 1').then(
    () => false,
    () => true,
  );
}

function ownerOf(path: string): number {
  return statSync(path).uid;
}
