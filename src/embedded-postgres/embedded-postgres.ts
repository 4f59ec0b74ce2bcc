import { rmSync } from 'node:fs';
import { prepareBinaries } from './binaries';
import type { Binaries } from './binaries';
import { ensureClinicDatabase } from './clinic-database';
import { prepareCluster } from './cluster';
import { lockDataFolder } from './data-folder-lock';
import { findDataHome, openDataFolder } from './data-home';
import { findFreePort } from './free-port';
import { adoptServer, launchServer, shutDown } from './server';
import { startErrorFrom } from './start-error';
import { supervise } from './process/supervise';
import { postWatchdog, relieveWatchdog } from './process/watchdog';

export interface EmbeddedPostgresOptions {
  /** The folder that belongs to this one service; made when missing. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** For tests: quick instead of safe, and removed with its data folder when stopped or when its service dies. */
  readonly throwaway?: boolean;
  /** Where root keeps the data when the server's user cannot enter `dataDir`. */
  readonly reachable?: string;
}

export interface EmbeddedPostgres {
  /** The database `clinic`, as the service, who owns nothing. */
  readonly url: string;
  /** As its owner. */
  readonly ownerUrl: string;
  /** The server's superuser. */
  readonly adminUrl: string;
  readonly port: number;
  /** Of the server, not of ours; changes when it had to be started again. */
  serverPid(): number;
  /** Ends the server and frees the data folder. Close the service's own connections first. */
  readonly stop: () => Promise<void>;
}

/** Where root keeps the data when the server's user cannot enter the data folder. */
export const REACHABLE = '/var/lib/botulinum-toxin-clinic';

const FAST: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * Starts the PostgreSQL that comes with the service, for a clinic that has none of its own yet.
 *
 * The server outlives a kill -9 of the service by a moment, until the watchdog ends it or the next start takes it over. One
 * that dies while the service lives is started again on its port, so that pools find it again.
 *
 * @throws StartError in one line, when the folder is in use or cannot be written, or the programs do not run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const undo: Undo[] = [];
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= undoAll(undo));
  try {
    return { ...(await start(options, undo)), stop };
  } catch (error) {
    await stop();
    throw startErrorFrom(error, 'The embedded database does not start');
  }
}

type Undo = () => Promise<void> | void;

async function start(
  options: EmbeddedPostgresOptions,
  undo: Undo[],
): Promise<Omit<EmbeddedPostgres, 'stop'>> {
  const { log, throwaway = false, reachable = REACHABLE } = options;
  const dataDir = openDataFolder(options.dataDir);
  const lock = await lockDataFolder(dataDir);
  undo.push(() => lock.release());
  const home = findDataHome(dataDir, reachable);
  if (home.dir !== dataDir) {
    // A data folder that was copied has the same note: the database itself must be ours alone, too.
    const homeLock = await lockDataFolder(home.dir);
    undo.push(() => homeLock.release());
  }

  const discard = throwaway ? [dataDir, home.dir] : [];
  undo.push(() => discard.forEach((dir) => rmSync(dir, { recursive: true, force: true })));
  await relieveWatchdog(home.dir);
  const watchdog = postWatchdog(home.dir, discard);
  undo.push(() => watchdog.dismiss());
  let prepared: Binaries | undefined;
  const binaries = (): Binaries => (prepared ??= prepareBinaries(home));
  const cluster = await prepareCluster(home, binaries, throwaway);
  const settings = { home, cluster, settings: throwaway ? FAST : {} };

  const adopted = await adoptServer(cluster);
  if (adopted)
    log(`Took over the database server (process ${adopted.id.pid}) that the last service left running.`);
  let server = adopted ?? (await launchServer(settings, binaries(), await findFreePort()));
  const { port } = server;
  let end: Undo = () => shutDown(server);
  undo.push(() => end());
  watchdog.guard(server.id);
  const database = await ensureClinicDatabase(cluster, port);

  end = supervise(server, {
    relaunch: () => launchServer(settings, binaries(), port),
    onServer(next) {
      server = next;
      watchdog.guard(next.id);
    },
    log,
  });
  return { ...database, port, serverPid: () => server.id.pid };
}

async function undoAll(steps: Undo[]): Promise<void> {
  for (const step of steps.splice(0).toReversed()) await step();
}
