import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { runningDatabase } from '../../src/embedded-postgres/running-database';
import { contradictions, isAcknowledged, type Stored } from './history';
import { superviseService, type SupervisedService } from './supervised-service';
import { startWriter, type Writer } from './writer';

export interface Figures {
  readonly cycles: number;
  readonly acknowledged: number;
  /** Answers by their status, and requests that got none. */
  readonly answers: Readonly<Record<string, number>>;
  readonly serviceStarts: number;
  /** From the kill to the next write that was acknowledged. */
  readonly backMs: { readonly median: number; readonly longest: number };
  readonly derivedRows: string;
  /** Nothing, where all is well. */
  readonly faults: readonly string[];
}

export const ROOT = join(__dirname, '../..');
const WRITERS = 4;
const CHECKED_EVERY = 25;
const VICTIMS = ['service', 'server', 'both'] as const;
export const PASSWORD = `k7-${randomBytes(9).toString('base64url')}`;

/** Kills the service, its server or both at random moments while four clients write, and holds what is stored against what was said. */
export async function runKillCycles(cycles: number, say: (line: string) => void): Promise<Figures> {
  const parent = mkdtempSync(join(tmpdir(), 'clinic-kills-'));
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const env = { PORT: String(await findFreePort()), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
  const service = superviseService(dataDir, env);
  let writers: Writer[] = [];
  try {
    const token = await signIn(service);
    writers = Array.from({ length: WRITERS }, () => startWriter(service.url, token));
    const written = (): number => writers.reduce((sum, { history }) => sum + acknowledgedIn(history), 0);
    const known = new Set((await storedIn(dataDir)).sessions.map(({ id }) => id));
    const back: number[] = [];
    const faults: string[] = [];
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      await pause(randomInt(100, 2_000));
      await kill(VICTIMS[cycle % VICTIMS.length]!, service);
      const [since, before] = [performance.now(), written()];
      // Each writer may have had an answer on its way: one more was asked for afterwards.
      await comesBack(() => written() > before + WRITERS);
      back.push(Math.round(performance.now() - since));
      if (cycle % CHECKED_EVERY !== 0 && cycle !== cycles) continue;
      await Promise.all(writers.map((writer) => writer.pause()));
      const stored = await storedIn(dataDir);
      const history = writers.flatMap((writer) => writer.history);
      const ours = { ...stored, sessions: stored.sessions.filter(({ id }) => !known.has(id)) };
      faults.push(...contradictions(history, ours));
      say(
        `${cycle} kills, ${written()} writes acknowledged, ${faults.length} contradictions, back after ${back.at(-1)} ms`,
      );
      if (cycle < cycles) writers.forEach((writer) => writer.resume());
    }
    const derivedRows = reassessed(dataDir);
    if (!/ 0 derived rows would change/.test(derivedRows)) faults.push(derivedRows);
    return {
      cycles,
      acknowledged: written(),
      answers: sumOf(writers),
      serviceStarts: service.starts(),
      backMs: {
        median: back.toSorted((a, b) => a - b)[Math.floor(back.length / 2)]!,
        longest: Math.max(...back),
      },
      derivedRows,
      faults: [...faults, ...writers.flatMap(({ wrong }) => wrong)],
    };
  } finally {
    await Promise.all(writers.map((writer) => writer.stop()));
    await service.stop();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function kill(victim: (typeof VICTIMS)[number], service: SupervisedService): Promise<void> {
  if (victim !== 'server') end(service.pid());
  if (victim !== 'service') end(service.serverPid());
}

/** The process may have ended by itself a moment before. */
export function end(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export async function signIn({ url, said }: SupervisedService, username = 'neurologist'): Promise<string> {
  let token: string | undefined;
  const body = JSON.stringify({ username, password: PASSWORD });
  const headers = { 'content-type': 'application/json' };
  await comesBack(async () => {
    const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
    if (answer === undefined) return false;
    if (!answer.ok) throw new Error(`no sign-in: ${await answer.text()}\n${said.join('\n')}`);
    ({ token } = (await answer.json()) as { token: string });
    return true;
  });
  return token!;
}

const GIVEN_UP_MS = 10 * 60_000;

export async function comesBack(isBack: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + GIVEN_UP_MS;
  while (!(await isBack())) {
    if (Date.now() > deadline) throw new Error('The service did not come back within ten minutes');
    await pause(20);
  }
}

export async function storedIn(dataDir: string): Promise<Stored> {
  const client = new Client({ connectionString: runningDatabase(dataDir)!.url });
  await client.connect();
  try {
    const sessions = await client.query<{ id: string; courseId: string; injections: number }>(
      `select id, course_id as "courseId",
          (select count(*)::int from injection where session_id = injection_session.id) as injections
        from injection_session order by created_at`,
    );
    const others = await client.query<{ id: string }>(
      'select id from patient union all select id from course',
    );
    return { sessions: sessions.rows, others: others.rows.map(({ id }) => id) };
  } finally {
    await client.end();
  }
}

/** What the record makes of itself when every derived row is made again. */
export function reassessed(dataDir: string): string {
  const printed = execFileSync(
    process.execPath,
    [join(ROOT, 'dist/src/commands/reassess-all.js'), '--dry-run'],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir },
      encoding: 'utf8',
    },
  );
  return printed.split('\n').find((line) => line.includes('derived rows')) ?? printed;
}

function acknowledgedIn(history: Writer['history']): number {
  return history.filter((event) => event.kind !== 'look' && isAcknowledged(event)).length;
}

function sumOf(writers: readonly Writer[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { counts } of writers) for (const [what, n] of counts) sum[what] = (sum[what] ?? 0) + n;
  return sum;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
