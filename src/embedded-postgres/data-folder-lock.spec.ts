import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './data-folder-lock';
import { identify } from './process/process-id';

describe('the lock of a data folder', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'clinic-lock-'));
  });

  afterEach(() => rmSync(dir, { recursive: true }));

  /** The claim of this very process, as another might have left it; `place` is taken from a real lock. */
  async function claim(change: object): Promise<string> {
    const lock = await lockDataFolder(dir);
    const [name = ''] = readdirSync(dir);
    const own = JSON.parse(readFileSync(join(dir, name), 'utf8')) as object;
    lock.release();
    const path = join(dir, 'service-7.lock');
    writeFileSync(path, `${JSON.stringify({ ...own, ...change })}\n`);
    return path;
  }

  it('is held by one at a time and is free again after release', async () => {
    const lock = await lockDataFolder(dir);
    await expect(lockDataFolder(dir)).rejects.toThrow(
      `The data folder ${dir} is in use by process ${process.pid}. Stop that service, or set DATA_DIR to another folder.`,
    );
    lock.release();
    const next = await lockDataFolder(dir);
    next.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('goes to exactly one of many who try at once', async () => {
    await claim({ pid: 0x3fffff });
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(dir)));
    const held = tries.filter((outcome) => outcome.status === 'fulfilled');
    expect(held).toHaveLength(1);
    expect(readdirSync(dir)).toHaveLength(1);
    held.forEach((outcome) => outcome.value.release());
  });

  it.each`
    change                                        | why
    ${{ pid: 0x3fffff }}                          | ${'its process is dead'}
    ${{ pid: process.pid, startedAt: 'earlier' }} | ${'its number now belongs to a younger process'}
  `('is overruled when $why', async ({ change }: { change: object }) => {
    await claim(change);
    const lock = await lockDataFolder(dir);
    expect(readdirSync(dir)).toEqual(['service-8.lock']);
    lock.release();
  });

  it('is overruled when its writer died over it', async () => {
    writeFileSync(join(dir, 'service-1.lock'), '');
    const lock = await lockDataFolder(dir);
    expect(readdirSync(dir)).toEqual(['service-2.lock']);
    lock.release();
  });

  it('counts in another container as long as it beats', async () => {
    const path = await claim({ pid: 17, place: 'elsewhere' });
    let now = Date.now() / 1000;
    const beat = setInterval(() => utimesSync(path, (now += 2), now), 200);
    await expect(lockDataFolder(dir)).rejects.toThrow(
      'in use by process 17 in another container or machine.',
    );
    clearInterval(beat);
  });

  it('is overruled when the other container has fallen silent', async () => {
    await claim({ pid: process.pid, place: 'elsewhere', startedAt: identify(process.pid)?.startedAt });
    const lock = await lockDataFolder(dir);
    expect(readdirSync(dir)).toEqual(['service-8.lock']);
    lock.release();
  });

  it('names a folder that is not there', async () => {
    await expect(lockDataFolder(join(dir, 'absent'))).rejects.toThrow(
      `The data folder ${join(dir, 'absent')} cannot be written: ENOENT`,
    );
  });
});
