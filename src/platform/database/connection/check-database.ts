import { Client } from 'pg';
import { StartError } from '../../../embedded-postgres/start-error';
import { connectionTo, type Timeouts } from './connection-settings';
import { zoneDisagreement, type Ask } from './zone-agreement';

/**
 * Is this server one that we can keep a record on?
 *
 * @throws Error that says what is missing and what to do.
 */
export async function refuseUnfitServer(ask: Ask): Promise<void> {
  const [server] = await ask<{ version: number; encoding: string; database: string; replica: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_database() as database, current_setting('session_replication_role') as replica`,
    [],
  );
  const { version, encoding, database, replica } = server!;
  if (version < 150_000)
    throw new Error(`it is PostgreSQL ${Math.floor(version / 10_000)}, 15 or newer is needed`);
  if (encoding !== 'UTF8')
    throw new Error(
      `${database} is encoded in ${encoding}, which cannot hold every name: make it anew with "create database ${database} encoding 'UTF8' template template0"`,
    );
  if (replica !== 'origin')
    throw new Error(
      `session_replication_role is ${replica}, which keeps changes out of the trail: set it back to origin`,
    );
}

/** @throws StartError when the zone that the clinic's days are counted in is not the same to Node and PostgreSQL. */
export async function refuseUnknownZone(ask: Ask, configured: string, now: Date): Promise<void> {
  const [setting] = await ask<{ zone: string | null }>('select zone from clinic_setting', []);
  const set = setting?.zone ?? undefined;
  const disagreement = await zoneDisagreement(ask, set ?? configured, now);
  if (disagreement === undefined) return;
  throw new StartError(
    set === undefined
      ? `CLINIC_ZONE: ${disagreement}: give another, such as America/New_York`
      : `The clinic's zone: ${disagreement}: set the column zone of clinic_setting to another, such as America/New_York`,
  );
}

/** One connection, with our settings, for the questions of a start. */
export async function asking<T>(
  url: string,
  work: (ask: Ask) => Promise<T>,
  timeouts?: Timeouts,
): Promise<T> {
  const client = new Client(connectionTo(url, timeouts));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(
      async <R>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as R[],
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
