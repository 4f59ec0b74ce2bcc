import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readSealed, writeSealed } from './sealed-file';

const PASSPHRASE = 'a passphrase of many letters';
const TEXT = 'Łukasz\tneck\n'.repeat(20_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(TEXT);
  for (let from = 0; from < bytes.length; from += 10_000) yield bytes.subarray(from, from + 10_000);
}

async function read(path: string, passphrase?: string): Promise<string> {
  const found: Uint8Array[] = [];
  for await (const piece of readSealed(path, passphrase)) found.push(piece);
  return Buffer.concat(found).toString();
}

it('is packed for gunzip, readable by its owner alone, and as long as it says', async () => {
  const path = join(folder, 'plain');
  const bytes = await writeSealed(path, pieces(), undefined);
  expect(await read(path)).toBe(TEXT);
  expect(await read(path, PASSPHRASE)).toBe(TEXT);
  expect(gunzipSync(readFileSync(path)).toString()).toBe(TEXT);
  const { size, mode } = statSync(path);
  expect([size, mode & 0o777]).toEqual([bytes, 0o600]);
});

it('takes no file that is there', async () => {
  const path = join(folder, 'taken');
  writeFileSync(path, 'here');
  await expect(writeSealed(path, pieces(), undefined)).rejects.toThrow(/EEXIST/);
  expect(readFileSync(path, 'utf8')).toBe('here');
});

describe('an encrypted one', () => {
  let path: string;
  beforeAll(async () => {
    path = join(folder, 'sealed');
    await writeSealed(path, pieces(), PASSPHRASE);
  });

  it('is an age file that opens with its passphrase alone', async () => {
    expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
    expect(await read(path, PASSPHRASE)).toBe(TEXT);
    await expect(read(path, `${PASSPHRASE}.`)).rejects.toThrow(
      'BACKUP_PASSPHRASE does not open this backup.',
    );
    await expect(read(path)).rejects.toThrow('give its passphrase in BACKUP_PASSPHRASE');
  });

  it.each`
    what                 | change
    ${'a byte changed'}  | ${(bytes: Buffer) => bytes.with(bytes.length - 40, bytes.at(-40)! ^ 1)}
    ${'its end cut off'} | ${(bytes: Buffer) => bytes.subarray(0, -40)}
  `('is refused with $what', async ({ change }) => {
    const changed = join(folder, 'changed');
    writeFileSync(changed, (change as (bytes: Buffer) => Uint8Array)(readFileSync(path)));
    await expect(read(changed, PASSPHRASE)).rejects.toThrow(/invalid tag/);
  });
});
