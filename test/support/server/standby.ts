import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { prepareBinaries } from '../../../src/embedded-postgres/binaries';
import { findDataHome, openDataFolder } from '../../../src/embedded-postgres/data-home';
import {
  REACHABLE,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/embedded-postgres/embedded-postgres';
import { findFreePort } from '../../../src/embedded-postgres/free-port';
import { giveTo } from '../../../src/embedded-postgres/process/run-as';
import { launchServer, shutDown, type Server } from '../../../src/embedded-postgres/server';
import { bringUpToDate } from '../../../src/platform/database/open-database';

/** A PostgreSQL with a migrated clinic's database, and a standby that follows it. */
export interface WithStandby {
  readonly primary: EmbeddedPostgres;
  /** The same address on the standby. */
  readonly standbyUrl: string;
  /** As the server's administrator, on the standby, beside the clinic's database. */
  askStandby<R>(sql: string): Promise<R[]>;
  stopStandby(): Promise<void>;
  close(): Promise<void>;
}

export async function startWithStandby(): Promise<WithStandby> {
  const dir = join(tmpdir(), `clinic-replicated-${randomBytes(6).toString('hex')}`);
  const primary = await startEmbeddedPostgres({ dataDir: dir, log: () => undefined, throwaway: true });
  await bringUpToDate({
    url: primary.url,
    ownerUrl: primary.ownerUrl,
    place: 'here',
    close: async () => undefined,
  });
  const { standby, port, remove } = await startStandby(dir, primary.adminUrl);
  const onStandby = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href;
  const beside = Object.assign(new URL(onStandby(primary.adminUrl)), { pathname: '/postgres' }).href;
  let running: Server | undefined = standby;
  const stopStandby = async (): Promise<void> => {
    const stopped = running;
    running = undefined;
    if (stopped) await shutDown(stopped);
  };
  return {
    primary,
    standbyUrl: onStandby(primary.url),
    askStandby: async <R>(sql: string) => (await ask(beside, sql)) as R[],
    stopStandby,
    async close() {
      await stopStandby();
      remove();
      await primary.stop();
    },
  };
}

/** Copied while the server runs, as its manual says: what is written meanwhile is in the log, which the standby fetches. */
async function startStandby(
  primaryDir: string,
  adminUrl: string,
): Promise<{ standby: Server; port: number; remove: () => void }> {
  const from = findDataHome(primaryDir, REACHABLE);
  const home = findDataHome(openDataFolder(`${primaryDir}-standby`), REACHABLE);
  const dir = join(home.dir, 'pg18');
  const client = await connected(adminUrl);
  await client.query(`select pg_backup_start('standby', true)`);
  const skipped = ['postmaster.pid', 'postmaster.opts'];
  cpSync(join(from.dir, 'pg18'), dir, {
    recursive: true,
    filter: (path) => !skipped.some((name) => path.endsWith(`/${name}`)),
  });
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  writeFileSync(join(dir, 'backup_label'), rows[0]!.labelfile);
  writeFileSync(join(dir, 'standby.signal'), '');
  giveTo(home.user, dir);
  const { hostname, port: primaryPort, username, password } = new URL(adminUrl);
  const follow = [
    ['host', hostname],
    ['port', primaryPort],
    ['user', decodeURIComponent(username)],
    ['password', decodeURIComponent(password)],
  ];
  const port = await findFreePort();
  const cluster = { dir, password: '', passwordFile: '', logFile: join(home.dir, 'standby.log') };
  const settings = { primary_conninfo: follow.map(([name, value]) => `${name}=${value}`).join(' ') };
  const standby = await launchServer({ home, cluster, settings }, prepareBinaries(home), port);
  const remove = (): void =>
    [home.dir, `${primaryDir}-standby`].forEach((made) => rmSync(made, { recursive: true, force: true }));
  return { standby, port, remove };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = await connected(url);
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
