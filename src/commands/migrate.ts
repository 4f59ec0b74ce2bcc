import { readConfig } from '../platform/config';
import { migrate } from '../platform/database/migrate';
import { openDatabaseBeside } from '../platform/database/open-database';

/** Brings the database to the newest schema, also beside a service that is running. */
async function main(): Promise<void> {
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    await migrate(database.ownerUrl);
    console.log(`The schema is the newest: ${database.place}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
});
