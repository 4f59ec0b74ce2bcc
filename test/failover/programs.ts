import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';

/** Started by root, they run as the user that Debian makes for its servers. */
export function startAs(program: string, cwd: string, args: readonly string[]): ChildProcess {
  const log = openSync(join(cwd, `${program}.log`), 'a');
  return spawn(program, args, { ...postgres(), cwd, stdio: ['ignore', log, log] });
}

let owner: { uid: number; gid: number } | undefined;
export function postgres(): { uid: number; gid: number } {
  const idOf = (which: '-u' | '-g'): number =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return (owner ??= { uid: idOf('-u'), gid: idOf('-g') });
}

/** Resolves once the process is gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Undefined where nothing answers in time. */
export function get(url: string): Promise<Response | undefined> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
}
