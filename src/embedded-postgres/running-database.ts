import { join } from 'node:path';
import { clinicUrls, type ClinicDatabase } from './clinic-database';
import { CLUSTER, findDataHome, openDataFolder } from './data-home';
import { REACHABLE } from './embedded-postgres';
import { livingPostmaster, readPostmasterFile } from './postmaster-file';

/** The clinic's database when a service runs on this data folder already; for commands beside it. */
export function runningDatabase(dataDir: string): Pick<ClinicDatabase, 'url' | 'ownerUrl'> | undefined {
  const home = findDataHome(openDataFolder(dataDir), REACHABLE);
  const dir = join(home.dir, CLUSTER);
  const file = readPostmasterFile(dir);
  if (file?.status !== 'ready' || !livingPostmaster(dir, file)) return undefined;
  return clinicUrls({ dir }, file.port);
}
