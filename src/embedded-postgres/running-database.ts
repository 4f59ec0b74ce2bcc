import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl, CLINIC_DATABASE } from './clinic-database';
import { CLUSTER, findDataHome, openDataFolder } from './data-home';
import { REACHABLE } from './embedded-postgres';
import { livingPostmaster, readPostmasterFile } from './postmaster-file';

/** The address of the clinic's database when a service runs on this data folder already; for commands beside it. */
export function runningDatabaseUrl(dataDir: string): string | undefined {
  const home = findDataHome(openDataFolder(dataDir), REACHABLE);
  const cluster = join(home.dir, CLUSTER);
  const file = readPostmasterFile(cluster);
  if (file?.status !== 'ready' || !livingPostmaster(cluster, file)) return undefined;
  const password = readFileSync(join(home.dir, `${CLUSTER}.password`), 'utf8').trim();
  return databaseUrl(CLINIC_DATABASE, password, file.port, CLINIC_DATABASE);
}
