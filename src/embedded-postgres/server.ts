import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import type { Binaries } from './binaries';
import type { Cluster } from './cluster';
import type { DataHome } from './data-home';
import { forgetDeadPostmaster, livingPostmaster, readPostmasterFile } from './postmaster-file';
import { identify, isRunning, pause, signal, waitUntilGone } from './process/process-id';
import type { ProcessId } from './process/process-id';
import { serverEnv } from './process/run-as';
import { StartError } from './start-error';

export interface Server {
  readonly id: ProcessId;
  readonly port: number;
  /** Settled when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

export interface ServerSettings {
  readonly home: DataHome;
  readonly cluster: Cluster;
  readonly settings: Readonly<Record<string, string>>;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const CLEAR_UP_MS = 20_000;
/** Reading back the log after a crash takes its time, and killing it would only make the next start longer. */
const RECOVERY_MS = 10 * 60_000;

/**
 * A server that an earlier, killed service left running in this cluster: taken over when it is ready, waited out when it is
 * shutting down, forgotten when it is dead.
 */
export async function adoptServer({ dir }: Cluster): Promise<Server | undefined> {
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    const file = readPostmasterFile(dir);
    if (!file) return undefined;
    const id = livingPostmaster(dir, file);
    if (!id) {
      await forgetDeadPostmaster(dir, CLEAR_UP_MS);
      return undefined;
    }
    if (file.status === 'ready') return { id, port: file.port, ended: whenGone(id) };
    if (Date.now() > deadline)
      throw new StartError(`The database server (process ${id.pid}) is neither ready nor ending.`);
    await pause(50);
  }
}

/** Starts the server and waits until it takes connections. */
export async function launchServer(
  options: ServerSettings,
  { postgres }: Binaries,
  port: number,
): Promise<Server> {
  const deadline = Date.now() + CLEAR_UP_MS;
  for (;;) {
    const attempt = await tryToLaunch(options, postgres, port);
    if ('id' in attempt) return attempt;
    // What the last server held is freed a moment after its death.
    if (/lock file|shared memory/.test(attempt.said) && Date.now() < deadline) await pause(200);
    else
      throw new StartError(
        `The database server does not start: ${attempt.said} (see ${options.cluster.logFile})`,
      );
  }
}

/** Ends the server: open transactions are rolled back, what was acknowledged is on disk. */
export async function shutDown({ id, ended }: Server): Promise<void> {
  for (const [name, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(id, name);
    if (await waitUntilGone(id, patienceMs)) break;
  }
  // Nothing of the server's holds Node: without a timer it would exit, with 0, before it is told of the end.
  const awake = setInterval(() => undefined, 1_000);
  await ended;
  clearInterval(awake);
}

async function tryToLaunch(
  { home, cluster, settings }: ServerSettings,
  postgres: string,
  port: number,
): Promise<Server | { said: string }> {
  const log = openLog(cluster.logFile);
  const logStart = fstatSync(log).size;
  const options = Object.entries({ ...ALWAYS, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Its own process group: Ctrl-C in a terminal must reach the service first, which then ends the server.
  const child = spawn(postgres, ['-D', cluster.dir, ...options], {
    ...home.user,
    cwd: home.dir,
    env: serverEnv(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      failure = error;
      resolve();
    });
  });
  child.unref();

  const id = child.pid === undefined ? undefined : identify(child.pid);
  const deadline = Date.now() + RECOVERY_MS;
  while (id && isRunning(id)) {
    const file = readPostmasterFile(cluster.dir);
    if (file?.pid === id.pid && file.status === 'ready') return { id, port, ended };
    if (Date.now() > deadline) {
      await shutDown({ id, port, ended });
      return { said: 'it did not become ready in ten minutes' };
    }
    await pause(10);
  }
  await ended;
  return { said: failure?.message ?? lastComplaint(cluster.logFile, logStart) };
}

/** A log that names codes and places, never the rows that a statement was about. */
const ALWAYS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function lastComplaint(path: string, from: number): string {
  const log = openSync(path, 'r');
  const text = Buffer.alloc(64 * 1024);
  const said = text.toString('utf8', 0, readSync(log, text, 0, text.length, from));
  closeSync(log);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it ended without a word';
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

async function whenGone(id: ProcessId): Promise<void> {
  while (isRunning(id)) {
    await new Promise<void>((resolve) => setTimeout(resolve, 250).unref());
  }
}
