import { DataSource } from 'typeorm';
import { NO_TIMEOUTS } from './connection/connection-settings';
import { dataSourceOptions } from './data-source';

const MIGRATION_LOCK = 7_250_041;

/** Brings a database to the newest schema. Two services starting at once migrate one after the other. */
export async function migrate(url: string): Promise<number> {
  const dataSource = await new DataSource(dataSourceOptions(url, NO_TIMEOUTS)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await dataSource.runMigrations()).length;
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
