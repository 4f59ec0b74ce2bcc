import { Clock } from '../clock';
import type { Config } from '../config';
import { startEmbeddedPostgres } from '../../embedded-postgres/embedded-postgres';
import { runningDatabase } from '../../embedded-postgres/running-database';
import { errorCode, StartError } from '../../embedded-postgres/start-error';
import { asking, refuseUnfitServer, refuseUnknownZone } from './connection/check-database';
import { grantTo, refuseMissingRights, roleOfService } from './connection/grants';
import { migrate } from './migrate';

export interface OpenDatabase {
  /** As the service: its role reads and writes rows. */
  readonly url: string;
  /** As the owner, who makes tables; the service's own role where there is no other. */
  readonly ownerUrl: string;
  /** The service's role, if it owns the trail and so could alter it. */
  readonly ownsTrail?: string;
  /** Where it is, for the person who started the service; never with a password. */
  readonly place: string;
  close(): Promise<void>;
}

/**
 * The clinic's own PostgreSQL, or the embedded one, at the newest schema.
 *
 * @throws StartError in one line.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const database = await openUnmigrated(config);
  try {
    await bringUpToDate(database);
    return { ...database, ownsTrail: await judge(database, config) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** To the newest schema, as the owner, who then grants the service what it needs of it. */
export async function bringUpToDate({ url, ownerUrl }: OpenDatabase): Promise<void> {
  try {
    await migrate(ownerUrl);
    const { role, ownsTrail } = await asking(url, roleOfService);
    if (!ownsTrail && ownerUrl !== url) await asking(ownerUrl, (ask) => grantTo(ask, role));
  } catch (error) {
    const may = errorCode((error as { driverError?: unknown }).driverError ?? error) === '42501';
    const hint = may
      ? ': run "npm run migrate" with DATABASE_OWNER_URL, the address with the role that owns it'
      : '';
    throw new StartError(
      `The database schema cannot be brought up to date: ${(error as Error).message}${hint}`,
      error,
    );
  }
}

/** @returns the role of the service, if it owns the trail. */
async function judge({ url }: OpenDatabase, { clinicZone }: Config): Promise<string | undefined> {
  return asking(url, async (ask) => {
    await refuseMissingRights(ask);
    await refuseUnknownZone(ask, clinicZone, new Clock().now());
    const { role, ownsTrail } = await roleOfService(ask);
    return ownsTrail ? role : undefined;
  });
}

/** For a command: as above, or the embedded database of the service that has the data folder at this moment. */
export async function openDatabaseBeside(config: Config): Promise<OpenDatabase> {
  try {
    return await openDatabase(config);
  } catch (refusal) {
    const running = config.databaseUrl ? undefined : runningDatabase(config.dataDir);
    if (running === undefined) throw refusal;
    return besides(running, config);
  }
}

/** As it is, for a command that copies it: the schema stays what it was. Beside a service, or without one. */
export async function openAsItIs(config: Config): Promise<OpenDatabase> {
  const running = config.databaseUrl ? undefined : runningDatabase(config.dataDir);
  if (running !== undefined) return besides(running, config);
  return openUnmigrated(config);
}

function openUnmigrated(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl ? openOwn(config.databaseUrl, config.databaseOwnerUrl) : openEmbedded(config);
}

function besides(urls: Pick<OpenDatabase, 'url' | 'ownerUrl'>, { dataDir }: Config): OpenDatabase {
  return { ...urls, place: `embedded PostgreSQL in ${dataDir}`, close: async () => undefined };
}

async function openOwn(url: string, ownerUrl: string | undefined): Promise<OpenDatabase> {
  await refuseUnusable('DATABASE_URL', url);
  if (ownerUrl !== undefined) await refuseUnusable('DATABASE_OWNER_URL', ownerUrl);
  return { url, ownerUrl: ownerUrl ?? url, place: placeOf(url), close: async () => undefined };
}

async function refuseUnusable(name: string, url: string): Promise<void> {
  try {
    await asking(url, refuseUnfitServer);
  } catch (error) {
    throw new StartError(
      `${name}: the database at ${placeOf(url)} cannot be used: ${reasonOf(error)}`,
      error,
    );
  }
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

async function openEmbedded({ dataDir }: Config): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log: (message) => console.error(message),
  });
  const { url, ownerUrl } = server;
  return { url, ownerUrl, place: `embedded PostgreSQL in ${dataDir}`, close: () => server.stop() };
}

/** A refused connection may come as several errors, one an address. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}
