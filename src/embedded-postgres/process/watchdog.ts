import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER } from '../data-home';
import { identify, signal, waitUntilGone } from './process-id';
import type { ProcessId } from './process-id';
import { serverEnv } from './run-as';

/** Ends the server when the service dies without having done so, as by kill -9. */
export interface Watchdog {
  /** From now on this is the server to end. */
  guard(server: ProcessId): void;
  /** The server has ended, the watchdog may go. */
  dismiss(): Promise<void>;
}

const FILE = 'pg18.watchdog';

/**
 * A small process that holds a pipe to ours; the system closes the pipe when we die. It is a script and not a module of
 * ours, so that it runs the same from the built service and from a test that was compiled in memory.
 */
const SCRIPT = `
  const fs = require('node:fs');
  const [cluster, ...discard] = process.argv.slice(1);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});
  const lines = () => { try { return fs.readFileSync(cluster + '/postmaster.pid', 'utf8').split('\\n'); } catch { return []; } };
  const end = (pid, name) => { try { process.kill(pid, name); } catch {} };
  let told = '';
  process.stdin.setEncoding('utf8').on('data', (text) => { told += text; }).on('close', () => {
    const pid = Number(told.trim().split('\\n').at(-1));
    const since = Date.now();
    let signalled = '';
    const look = () => {
      const lives = pid > 0 && Number(lines()[0]) === pid;
      const wanted = Date.now() - since > 30000 ? 'SIGQUIT' : 'SIGINT';
      if (lives && wanted !== signalled) end(pid, (signalled = wanted));
      if (lives && Date.now() - since < 40000) return setTimeout(look, 50);
      for (const dir of discard) fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
      process.exit();
    };
    look();
  }).on('error', () => {});
`;

/** Posts a watchdog over the cluster in `homeDir`; it also removes the folders `discard` if it has to step in. */
export function postWatchdog(homeDir: string, discard: readonly string[]): Watchdog {
  const child = spawn(process.execPath, ['-e', SCRIPT, join(homeDir, CLUSTER), ...discard], {
    cwd: '/',
    env: serverEnv(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  // Should it die before us, the server merely goes unguarded: the next start adopts what it finds.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();

  const id = child.pid === undefined ? undefined : identify(child.pid);
  const file = join(homeDir, FILE);
  if (id) writeFileSync(file, JSON.stringify(id));
  return {
    guard(server) {
      child.stdin.write(`${server.pid}\n`);
    },
    async dismiss() {
      rmSync(file, { force: true });
      if (!id) return;
      signal(id, 'SIGKILL');
      await waitUntilGone(id, 2_000);
    },
  };
}

/**
 * Sends away the watchdog of a killed service, before it ends a server that is about to be adopted. Whatever it has begun is
 * then read from the cluster itself.
 */
export async function relieveWatchdog(homeDir: string): Promise<void> {
  const file = join(homeDir, FILE);
  try {
    const id = JSON.parse(readFileSync(file, 'utf8')) as ProcessId;
    signal(id, 'SIGKILL');
    await waitUntilGone(id, 2_000);
  } catch {
    // None was posted, or it was being posted when the service died.
  }
  rmSync(file, { force: true });
}
