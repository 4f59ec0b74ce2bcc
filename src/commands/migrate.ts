import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StartError } from '../embedded-postgres/start-error';
import { readConfig, type Config } from '../platform/config';
import { migrate } from '../platform/database/migrate';
import { openDatabase, openDatabaseBeside } from '../platform/database/open-database';
import { readCells, type CellUrls } from './cells-file';

/**
 * Brings the database to the newest schema, also beside a service that is running. `--cells <file>` does so for each clinic of
 * a chain, one after the other: it stops at the first that cannot be brought there, and goes on from there when called again.
 */
async function main(): Promise<void> {
  const { cells } = parseArgs({ options: { cells: { type: 'string' } } }).values;
  const config = readConfig(process.env);
  if (cells !== undefined) return migrateCells(readCells(readFileSync(cells, 'utf8')), config);
  const database = await openDatabaseBeside(config);
  try {
    await migrate(database.ownerUrl);
    console.log(`The schema is the newest: ${database.place}`);
  } finally {
    await database.close();
  }
}

async function migrateCells(cells: readonly CellUrls[], config: Config): Promise<void> {
  for (const [at, urls] of cells.entries()) {
    const which = `${at + 1} of ${cells.length}`;
    try {
      const database = await openDatabase({ ...config, databaseOwnerUrl: undefined, ...urls });
      console.log(`${which}: the schema is the newest: ${database.place}`);
      await database.close();
    } catch (error) {
      const rest = cells.length - at - 1;
      if (!(error instanceof StartError)) throw error;
      throw new StartError(
        `${which}: ${error.message} (${at} before it are the newest, ${rest} were not tried)`,
        error,
      );
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
});
