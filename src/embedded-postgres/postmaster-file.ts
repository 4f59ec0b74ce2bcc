import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identify, pause } from './process/process-id';
import type { ProcessId } from './process/process-id';

/** What `postmaster.pid` in a cluster's folder says of its server, living or dead. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

export function readPostmasterFile(dir: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // The lines are written one by one while the server starts.
  return { pid: Number(lines[0]), port: Number(lines[3] ?? ''), status: (lines[7] ?? '').trim() };
}

/** The server that the file names, if it lives and is no other program that came by its number. */
export function livingPostmaster(dir: string, file: PostmasterFile): ProcessId | undefined {
  const found = identify(file.pid);
  return found && (process.platform !== 'linux' || worksIn(dir, file.pid)) ? found : undefined;
}

/**
 * Forgets a server that died without clearing up.
 *
 * Its last processes may outlive it by a moment, and no new server may start beside them, so they are waited for. Then the
 * file is removed: PostgreSQL would take any process that has come by the dead server's number for the server, as happens
 * when a container starts again. Elsewhere than on Linux this is left to PostgreSQL.
 */
export async function forgetDeadPostmaster(dir: string, withinMs: number): Promise<void> {
  if (process.platform !== 'linux') return;
  const deadline = Date.now() + withinMs;
  while (processNumbers().some((pid) => worksIn(dir, pid))) {
    if (Date.now() > deadline) return;
    await pause(50);
  }
  rmSync(join(dir, 'postmaster.pid'), { force: true });
}

/** Linux: every process of a server works in the cluster's folder. */
function worksIn(dir: string, pid: number): boolean {
  if (!identify(pid) || !isPostgres(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dir;
  } catch {
    // Another user's, and we may not look (root in a container): better wait for a stranger's than start beside ours.
    return true;
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

function processNumbers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}
