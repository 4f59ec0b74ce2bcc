import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface EmbeddedService {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  readonly serverPid: number;
  /** What it has printed so far, a record a line. */
  readonly said: Record<string, unknown>[];
  /** Settled with its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** The service did not start; `message` is all that it said. */
class NotStarted extends Error {}

interface RunOptions {
  readonly uid?: number;
  readonly reachable?: string;
}

const running = new Set<number>();

/** Starts `embedded-service.ts` in a process group of its own and waits until its database is there. */
export async function runEmbeddedService(
  dataDir: string,
  { uid, reachable }: RunOptions = {},
): Promise<EmbeddedService> {
  const root = join(__dirname, '..', '..', '..');
  const service = [
    join(__dirname, 'embedded-service.ts'),
    dataDir,
    ...(reachable === undefined ? [] : [reachable]),
  ];
  const child = spawn(process.execPath, ['-r', join(__dirname, '..', 'typescript.cjs'), ...service], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? -1;
  running.add(pid);
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(pid);
    return (code ?? signal) as number | string;
  });
  const said: Record<string, unknown>[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const started = new Promise<Record<string, unknown>>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const record = JSON.parse(line) as Record<string, unknown>;
      said.push(record);
      if ('url' in record) resolve(record);
    });
  });
  const failed = once(child, 'close').then(() => Promise.reject(new NotStarted(complaint.trim())));
  failed.catch(() => undefined);
  const { url, port, serverPid } = await Promise.race([started, failed]);
  return { pid, url: String(url), port: Number(port), serverPid: Number(serverPid), said, ended };
}

/** Kills what a failed test left; the watchdogs then end the servers. */
export function killEmbeddedServices(): void {
  for (const pid of running) process.kill(pid, 'SIGKILL');
}
