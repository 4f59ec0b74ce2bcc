import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { cached } from './own-cache';

const PACKAGE = join(require.resolve('@sparticuz/chromium'), '..', '..');

/** The Chromium of the development dependencies, unpacked, and the folder of the libraries that it needs beside glibc. */
export async function npmChromium(): Promise<{ path: string; libraries: string }> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const dir = await cached(`chromium-${version}`, unpack);
  return { path: join(dir, 'chromium'), libraries: join(dir, 'lib') };
}

async function unpack(dir: string): Promise<void> {
  const lib = join(dir, 'lib');
  await mkdir(lib);
  const packed = await readFile(join(PACKAGE, 'bin', 'al2023.tar.br'));
  for (const { name, content } of filesIn(brotliDecompressSync(packed))) {
    await writeFile(join(lib, basename(name)), content, { mode: 0o755 });
  }
  await pipeline(
    createReadStream(join(PACKAGE, 'bin', 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(dir, 'chromium'), { mode: 0o755 }),
  );
}

const BLOCK = 512;

/** The plain files of a tar archive: before each a block with its name, its length in octal digits and its kind. */
function* filesIn(archive: Buffer): Generator<{ name: string; content: Buffer }> {
  const text = (from: number, length: number): string =>
    archive.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const length = parseInt(text(at + 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + length);
    const kind = text(at + 156, 1);
    if (kind === '0' || kind === '') yield { name: text(at, 100), content };
    at += BLOCK + Math.ceil(length / BLOCK) * BLOCK;
  }
}
