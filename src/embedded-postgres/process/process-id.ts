import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '../start-error';

/**
 * One process for good: a number alone may come to mean another process after a crash.
 * `startedAt` is in the system's own form, and null where the system does not tell it (Windows).
 */
export interface ProcessId {
  readonly pid: number;
  readonly startedAt: string | null;
}

/** The process that has this number now; undefined when there is none, or only a zombie of one. */
export function identify(pid: number): ProcessId | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return identifyOnLinux(pid);
  if (process.platform === 'win32') return answersSignals(pid) ? { pid, startedAt: null } : undefined;
  return identifyWithPs(pid);
}

export function isRunning(id: ProcessId): boolean {
  const now = identify(id.pid);
  if (!now) return false;
  return now.startedAt === null || id.startedAt === null || now.startedAt === id.startedAt;
}

/** Resolves when the process is gone, to true; to false when it outlives `withinMs`. */
export async function waitUntilGone(id: ProcessId, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(id)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/** Sends a signal; one that comes too late is no error. */
export function signal(id: ProcessId, name: NodeJS.Signals): void {
  if (!isRunning(id)) return;
  try {
    process.kill(id.pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function identifyOnLinux(pid: number): ProcessId | undefined {
  const stat = readOr(`/proc/${pid}/stat`, '');
  // The name stands in brackets and may hold blanks and brackets itself: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (!stat || !startTicks) return answersSignals(pid) ? { pid, startedAt: null } : undefined;
  if (state === 'Z' || state === 'X') return undefined;
  return { pid, startedAt: `${bootId()}/${startTicks}` };
}

function identifyWithPs(pid: number): ProcessId | undefined {
  try {
    const said = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [, state, startedAt] = /^(\S+)\s+(.*)$/.exec(said) ?? [];
    return !state || !startedAt || state.startsWith('Z') ? undefined : { pid, startedAt };
  } catch {
    return undefined;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Start times count from the boot, so the boot belongs to them. */
export function bootId(): string {
  return readOr('/proc/sys/kernel/random/boot_id', '').trim();
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
