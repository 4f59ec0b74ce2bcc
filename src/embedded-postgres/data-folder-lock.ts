import {
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { bootId, identify, isRunning, pause } from './process/process-id';
import type { ProcessId } from './process/process-id';
import { StartError, errorCode, startErrorFrom } from './start-error';

export interface DataFolderLock {
  release(): void;
}

interface Claim extends ProcessId {
  /** Where that process runs: its number means nothing on another machine or in another container. */
  readonly place: string;
}

const FILE = /^service-(\d+)\.lock$/;
const BEAT_MS = 2_000;
const SILENT_AFTER_MS = 6_000;

/**
 * Keeps a data folder for one service at a time.
 *
 * A lock is a numbered file, and a dead owner's lock is overruled by making the next number: of two who try, the file
 * system lets one make it. Nobody takes a file away from under another. Whether an owner lives is asked of the system when
 * it runs here (number and start time), and read from the file's beat when it runs in another container or machine.
 *
 * @throws StartError when a living service has the folder, or the folder cannot be written.
 */
export async function lockDataFolder(dir: string): Promise<DataFolderLock> {
  try {
    for (;;) {
      const dead = locksIn(dir);
      await refuseIfHeld(dir, dead);
      const own = `service-${nextNumber(dir)}.lock`;
      if (!makeLock(join(dir, own))) continue;
      const others = locksIn(dir).filter((name) => name !== own);
      try {
        // One who was slow may have made a number that was free again.
        await refuseIfHeld(
          dir,
          others.filter((name) => !dead.includes(name)),
        );
      } catch (refusal) {
        rmSync(join(dir, own), { force: true });
        throw refusal;
      }
      for (const name of others) rmSync(join(dir, name), { force: true });
      return keepBeating(join(dir, own));
    }
  } catch (error) {
    throw startErrorFrom(error, `The data folder ${dir} cannot be written`);
  }
}

async function refuseIfHeld(dir: string, names: string[]): Promise<void> {
  for (const name of names) {
    const claim = await readClaim(join(dir, name));
    if (!claim || !(await isHeld(claim, join(dir, name)))) continue;
    throw new StartError(
      `The data folder ${dir} is in use by process ${claim.pid}${claim.place === place() ? '' : ' in another container or machine'}. ` +
        'Stop that service, or set DATA_DIR to another folder.',
    );
  }
}

async function isHeld(claim: Claim, path: string): Promise<boolean> {
  if (claim.place === place()) return isRunning(claim);
  const before = lastBeat(path);
  const deadline = Date.now() + SILENT_AFTER_MS;
  while (Date.now() < deadline) {
    await pause(250);
    if (lastBeat(path) !== before) return lastBeat(path) !== undefined;
  }
  return false;
}

function locksIn(dir: string): string[] {
  return readdirSync(dir).filter((name) => FILE.test(name));
}

function nextNumber(dir: string): number {
  return Math.max(0, ...locksIn(dir).map((name) => Number(FILE.exec(name)?.[1]))) + 1;
}

/** False when another was quicker. */
function makeLock(path: string): boolean {
  const claim: Claim = {
    ...(identify(process.pid) ?? { pid: process.pid, startedAt: null }),
    place: place(),
  };
  try {
    writeFileSync(path, `${JSON.stringify(claim)}\n`, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A lock without a whole line is being written just now, or its writer died over it. */
async function readClaim(path: string): Promise<Claim | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      const text = readFileSync(path, 'utf8');
      if (text.endsWith('\n')) return JSON.parse(text) as Claim;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
      throw error;
    }
    await pause(50);
  }
  return undefined;
}

function keepBeating(path: string): DataFolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // A folder that has gone away says so where the data is read.
    }
  }, BEAT_MS).unref();
  return {
    release() {
      clearInterval(beat);
      rmSync(path, { force: true });
    },
  };
}

function lastBeat(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function place(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has containers of this kind.
  }
  return [hostname(), bootId(), namespace].join(' ');
}
