import { basename } from 'node:path';
import { DataSource } from 'typeorm';
import { NO_TIMEOUTS } from './connection/connection-settings';
import { ADVISORY_LOCKS } from './locks/advisory-locks';
import { dataSourceOptions } from './data-source';

/** Brings a database to the newest schema. Two services starting at once migrate one after the other. */
export async function migrate(url: string): Promise<number> {
  return run(url, filesOfMigrations(url));
}

/**
 * Brings an empty database to the schema that these migrations make, by their timestamps: what a backup was taken from.
 *
 * @throws Error when one of them is not known here.
 */
export async function migrateTo(url: string, timestamps: readonly number[]): Promise<void> {
  const known = new Map(filesOfMigrations(url).map((file) => [Number.parseInt(basename(file), 10), file]));
  const unknown = timestamps.find((timestamp) => !known.has(timestamp));
  if (unknown !== undefined)
    throw new Error(`The migration ${unknown} is not known here: a newer version of the service made this.`);
  await run(
    url,
    timestamps.map((timestamp) => known.get(timestamp)!),
  );
}

function filesOfMigrations(url: string): string[] {
  return dataSourceOptions(url).migrations as string[];
}

async function run(url: string, migrations: string[]): Promise<number> {
  const options = { ...dataSourceOptions(url, NO_TIMEOUTS), migrations };
  const dataSource = await new DataSource(options).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migrate]);
    return (await dataSource.runMigrations()).length;
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [ADVISORY_LOCKS.migrate]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
