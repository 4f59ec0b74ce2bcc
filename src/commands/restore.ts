import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup';
import { readSealed } from '../backup/sealed-file';
import { readConfig } from '../platform/config';
import { bringUpToDate, openAsItIs } from '../platform/database/open-database';
import { readPassphrase } from './backup-settings';

/** Restores a backup into an empty database: that of DATABASE_URL, else the embedded one of a DATA_DIR of its own. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    console.error('Usage: npm run restore -- <file>');
    process.exitCode = 2;
    return;
  }
  const passphrase = readPassphrase(process.env.BACKUP_PASSPHRASE);
  await access(path);
  const database = await openAsItIs(readConfig(process.env));
  try {
    const began = performance.now();
    const { tables } = await restoreBackup(database.ownerUrl, database.place, readSealed(path, passphrase));
    await bringUpToDate(database);
    for (const { table, rows, sha256 } of tables) console.log(`${sha256}  ${table}  ${rows} rows`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `Restored into ${database.place} in ${seconds} s: ${tables.length} tables, every digest is equal`,
    );
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
});
