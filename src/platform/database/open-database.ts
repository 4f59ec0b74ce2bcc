import { Clock } from '../clock';
import type { Config } from '../config';
import { startEmbeddedPostgres } from '../../embedded-postgres/embedded-postgres';
import { runningDatabaseUrl } from '../../embedded-postgres/running-database';
import { StartError } from '../../embedded-postgres/start-error';
import { asking, refuseUnfitServer, refuseUnknownZone } from './connection/check-database';
import { migrate } from './migrate';

export interface OpenDatabase {
  readonly url: string;
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
    await bringUpToDate(database.url);
    await asking(database.url, (ask) => refuseUnknownZone(ask, config.clinicZone, new Clock().now()));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function bringUpToDate(url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    throw new StartError(
      `The database schema cannot be brought up to date: ${(error as Error).message}`,
      error,
    );
  }
}

/** For a command: as above, or the embedded database of the service that has the data folder at this moment. */
export async function openDatabaseBeside(config: Config): Promise<OpenDatabase> {
  try {
    return await openDatabase(config);
  } catch (refusal) {
    const url = config.databaseUrl ? undefined : runningDatabaseUrl(config.dataDir);
    if (url === undefined) throw refusal;
    return besides(url, config);
  }
}

/** As it is, for a command that copies it: the schema stays what it was. Beside a service, or without one. */
export async function openAsItIs(config: Config): Promise<OpenDatabase> {
  const running = config.databaseUrl ? undefined : runningDatabaseUrl(config.dataDir);
  if (running !== undefined) return besides(running, config);
  return openUnmigrated(config);
}

function openUnmigrated(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl ? openOwn(config.databaseUrl) : openEmbedded(config);
}

function besides(url: string, { dataDir }: Config): OpenDatabase {
  return { url, place: `embedded PostgreSQL in ${dataDir}`, close: async () => undefined };
}

async function openOwn(url: string): Promise<OpenDatabase> {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}${pathname}`;
  try {
    await asking(url, refuseUnfitServer);
    return { url, place, close: async () => undefined };
  } catch (error) {
    throw new StartError(`DATABASE_URL: the database at ${place} cannot be used: ${reasonOf(error)}`, error);
  }
}

async function openEmbedded({ dataDir }: Config): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log: (message) => console.error(message),
  });
  return { url: server.url, place: `embedded PostgreSQL in ${dataDir}`, close: () => server.stop() };
}

/** A refused connection may come as several errors, one an address. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}
