import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from './own-cache';

describe('a cached folder', () => {
  const before = process.env['XDG_CACHE_HOME'];
  let home: string;
  let fills: number;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'clinic-cache-'));
    process.env['XDG_CACHE_HOME'] = home;
    fills = 0;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    rmSync(home, { recursive: true });
  });

  const fill = async (dir: string, place: string): Promise<void> => {
    fills += 1;
    writeFileSync(join(dir, 'place'), place);
  };

  it('is filled once, and knew while it was filled where it would stand', async () => {
    const place = await cached('thing', fill);
    expect(await cached('thing', fill)).toBe(place);
    expect(fills).toBe(1);
    expect(readFileSync(join(place, 'place'), 'utf8')).toBe(place);
    expect(place.startsWith(home)).toBe(true);
  });

  it('is one and whole when several fill it at once', async () => {
    const places = await Promise.all(Array.from({ length: 5 }, () => cached('thing', fill)));
    expect(new Set(places).size).toBe(1);
    expect(readdirSync(join(places[0]!, '..'))).toEqual(['thing']);
    expect(existsSync(join(places[0]!, 'place'))).toBe(true);
  });

  it('is not there, nor anything of it, when it could not be filled', async () => {
    const failing = cached('thing', async (dir) => {
      writeFileSync(join(dir, 'half'), '');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(readdirSync(join(home, 'botulinum-toxin-clinic'))).toEqual([]);
    await cached('thing', fill);
    expect(fills).toBe(1);
  });

  it('is among the temporary files of this user when there is no home to write', async () => {
    writeFileSync(join(home, 'file'), '');
    process.env['XDG_CACHE_HOME'] = join(home, 'file');
    const place = await cached('of-a-test', fill);
    expect(place).toBe(join(tmpdir(), `botulinum-toxin-clinic-${process.getuid?.()}`, 'of-a-test'));
    rmSync(place, { recursive: true });
  });
});
