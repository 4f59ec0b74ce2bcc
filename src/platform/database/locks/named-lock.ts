import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { connectionTo } from '../connection/connection-settings';

/** A number of the list of locks, and what of that kind is held. */
export interface LockName {
  readonly lock: number;
  readonly of: string;
}

/**
 * Holds a lock on a connection of its own until it is let go. With the process that holds it, it is let go too: whoever sees
 * it free knows that nobody is at work any more.
 *
 * @returns how to let it go; undefined where somebody else holds it.
 */
export async function holdNamed(
  dataSource: DataSource,
  { lock, of }: LockName,
): Promise<(() => Promise<void>) | undefined> {
  const { url } = dataSource.options as PostgresDataSourceOptions;
  const client = new Client(connectionTo(url!));
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as mine',
    [lock, of],
  );
  if (rows[0]!.mine) return () => client.end();
  await client.end();
  return undefined;
}

/** Which of these locks does somebody hold? */
export async function heldOf(
  db: EntityManager,
  lock: number,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const held = await db.query<{ name: string }[]>(
    `select name from unnest($2::text[]) as name where exists (
      select from pg_locks where locktype = 'advisory' and classid = $1 and objsubid = 2
        and objid::bigint = hashtext(name)::bigint & 4294967295
        and database = (select oid from pg_database where datname = current_database()))`,
    [lock, names],
  );
  return new Set(held.map(({ name }) => name));
}
