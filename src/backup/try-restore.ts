import { mkdtempSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres';
import { migrateTo } from '../platform/database/migrate';
import type { BackupFoot } from './backup-lines';
import { loadBackup } from './load-backup';

const SCRATCH = '.trying-';

/**
 * Restores a backup into a server of its own that is thrown away, and compares the digest of every table. The clinic's server
 * has nothing to do with it, and its role needs no rights for it.
 *
 * @param folder has room for the database once more
 * @throws Error saying what does not agree.
 */
export async function tryRestore(
  folder: string,
  pieces: AsyncIterable<Uint8Array>,
  written: BackupFoot,
): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir: mkdtempSync(join(folder, SCRATCH)),
    log: () => undefined,
    throwaway: true,
  });
  try {
    const url = server.ownerUrl;
    const found = await loadBackup(url, pieces, (migrations) => migrateTo(url, migrations));
    if (!isDeepStrictEqual(found, written))
      throw new Error('The file does not hold the digests that were written.');
  } finally {
    await server.stop();
  }
}
