import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { contradictions } from './history';
import { comesBack, PASSWORD, ROOT, signIn, storedIn } from './kill-cycles';
import { superviseService } from './supervised-service';
import { startWriter } from './writer';

/** Too little for the first start at different moments of it: while the cluster is made, and while the clinic is filled. */
const TOO_SMALL = ['20m', '44m'];
const ENOUGH = '400m';

/**
 * A disk of its own that is too small for the first start, grown, filled while a client writes, and freed: each time a line that
 * says so, and nothing is lost. Needs a superuser, who may make such a disk.
 *
 * @returns what went wrong.
 */
export async function fillDisk(say: (line: string) => void): Promise<string[]> {
  const disk = mkdtempSync(join(tmpdir(), 'clinic-disk-'));
  const resize = (size: string): void => void execFileSync('mount', ['-o', `remount,size=${size}`, disk]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${TOO_SMALL[0]}`, 'tmpfs', disk]);
  try {
    chmodSync(disk, 0o755);
    const faults: string[] = [];
    const dataDir = join(disk, 'data');
    const env = { PORT: String(await findFreePort()), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
    for (const size of TOO_SMALL) {
      resize(size);
      const { code, said } = await startOnce(dataDir, env);
      say(`disk of ${size}: ends with ${code}: ${said}`);
      if (code !== 1 || !/^[^\n]*No space left on device[^\n]*$/.test(said))
        faults.push(`disk of ${size}: ${said}`);
    }
    resize(ENOUGH);
    return [...faults, ...(await fillWhileWriting({ dataDir, env, resize }, disk, say))];
  } finally {
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  }
}

interface Place {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly resize: (size: string) => void;
}

async function fillWhileWriting(
  { dataDir, env, resize }: Place,
  disk: string,
  say: (line: string) => void,
): Promise<string[]> {
  const service = superviseService(dataDir, env);
  const token = await signIn(service);
  const writer = startWriter(service.url, token);
  try {
    const known = new Set((await storedIn(dataDir)).sessions.map(({ id }) => id));
    const acknowledged = (): number => writer.counts.get('201') ?? 0;
    const refused = (): number => writer.counts.get('503') ?? 0;
    await comesBack(() => acknowledged() > 3);
    resize(`${usedKilobytes(disk) + 64}k`);
    await comesBack(() => refused() > 3);
    resize(ENOUGH);
    const before = acknowledged();
    await comesBack(() => acknowledged() > before);
    await writer.pause();
    const stored = await storedIn(dataDir);
    const ours = { ...stored, sessions: stored.sessions.filter(({ id }) => !known.has(id)) };
    const words = [...writer.refusals].join(' | ');
    say(
      `disk full at work: ${acknowledged()} written, ${refused()} times 503 (${words}), ${service.starts()} start of the service`,
    );
    return [
      ...contradictions(writer.history, ours),
      ...writer.wrong,
      ...(service.starts() === 1 ? [] : ['the service ended while the disk was full']),
    ];
  } finally {
    await writer.stop();
    await service.stop();
  }
}

async function startOnce(dataDir: string, env: Place['env']): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}

function usedKilobytes(disk: string): number {
  return Number(
    execFileSync('df', ['--output=used', '-k', disk], { encoding: 'utf8' }).trim().split('\n')[1],
  );
}
