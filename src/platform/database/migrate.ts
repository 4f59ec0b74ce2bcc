import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

const MIGRATION_LOCK = 7_250_041;

/** Brings a database to the newest schema. Two services starting at once migrate one after the other. */
export async function migrate(url: string): Promise<number> {
  const options = dataSourceOptions(url);
  const dataSource = await new DataSource({
    ...options,
    extra: { max: 2, options: '-c timezone=UTC' },
  }).initialize();
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
