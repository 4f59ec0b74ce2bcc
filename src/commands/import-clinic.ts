import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importClinic } from '../leaving/import-clinic';
import { readConfig } from '../platform/config';
import { bringUpToDate, openAsItIs } from '../platform/database/open-database';

/** Fills an empty database from an export: that of DATABASE_URL, else the embedded one of a DATA_DIR of its own. */
async function main(): Promise<void> {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  if (!from) {
    console.error('Usage: npm run import-clinic -- --from <folder>');
    process.exitCode = 2;
    return;
  }
  const database = await openAsItIs(readConfig(process.env));
  try {
    const { tables, secrets } = await importClinic(database.ownerUrl, database.place, resolve(from));
    await bringUpToDate(database);
    for (const { table, rows, rowsSha256 } of tables) console.log(`${rowsSha256}  ${table}  ${rows} rows`);
    console.log(`Imported into ${database.place}: ${tables.length} tables, every digest is equal`);
    if (secrets === 'left-out')
      console.log(
        'Nobody can sign in yet: make an administrator (npm run create-user), who gives the others new passwords.',
      );
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
});
