import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';

/** What the standard tools undo as well: `age --decrypt file | gunzip`, or `gunzip` alone. */
export const SEALED = '.backup.gz.age';
export const UNSEALED = '.backup.gz';

const AGE = 'age-encryption.org/';

/**
 * Writes pieces to a new file, packed, and encrypted where there is a passphrase. It is on the disk when this is through.
 *
 * @returns how many bytes it has
 */
export async function writeSealed(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string | undefined,
): Promise<number> {
  const packed = Readable.from(pieces, { objectMode: false }).compose(createGzip()) as Readable;
  const sealed = passphrase === undefined ? packed : await encrypted(packed, passphrase);
  await pipeline(sealed, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  const file = await open(path);
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** @throws Error when it is encrypted and the passphrase is missing or another. */
export async function* readSealed(path: string, passphrase: string | undefined): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  const isSealed = await beginsWith(path, AGE);
  if (isSealed && passphrase === undefined)
    throw new Error('This backup is encrypted: give its passphrase in BACKUP_PASSPHRASE.');
  const packed = isSealed ? await decrypted(file, passphrase!) : file;
  yield* packed.compose(createGunzip()) as AsyncIterable<Uint8Array>;
}

async function encrypted(from: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  // The passphrase is long: guessing is held back by its length, and 64 MB of memory are enough for the rest.
  encrypter.setScryptWorkFactor(16);
  encrypter.setPassphrase(passphrase);
  return Readable.fromWeb(
    (await encrypter.encrypt(Readable.toWeb(from) as ReadableStream<Uint8Array>)) as never,
  );
}

async function decrypted(from: Readable, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return Readable.fromWeb(
      (await decrypter.decrypt(Readable.toWeb(from) as ReadableStream<Uint8Array>)) as never,
    );
  } catch (error) {
    throw new Error('BACKUP_PASSPHRASE does not open this backup.', { cause: error });
  }
}

async function beginsWith(path: string, text: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(text.length), 0, text.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === text;
  } finally {
    await file.close();
  }
}
