import { Client } from 'pg';
import { StartError } from '../embedded-postgres/start-error';
import { connectionTo } from '../platform/database/connection/connection-settings';
import { migrate, migrateTo } from '../platform/database/migrate';
import type { BackupFoot } from './backup-lines';
import { loadBackup } from './load-backup';

/**
 * Restores a backup into a database in which nobody has worked yet, and brings it to the newest schema.
 *
 * @throws StartError when somebody has, Error when the backup is not what it was.
 */
export async function restoreBackup(
  databaseUrl: string,
  place: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<BackupFoot> {
  await refuseUsed(databaseUrl, place, 'restored');
  const foot = await loadBackup(databaseUrl, pieces, (migrations) => migrateTo(databaseUrl, migrations));
  await migrate(databaseUrl);
  return foot;
}

/** @throws StartError when somebody has worked in it, for nothing is ever overwritten, or when no table can be made in it. */
export async function refuseUsed(
  databaseUrl: string,
  place: string,
  done: 'restored' | 'imported',
): Promise<void> {
  const { found, makesTables } = await lookInto(databaseUrl);
  const into = done === 'restored' ? 'Restore' : 'Import';
  if (found !== undefined)
    throw new StartError(
      `Nothing was ${done}: ${place} is not empty (${found}). ${into} into a new database, or a DATA_DIR of its own.`,
    );
  if (!makesTables)
    throw new StartError(
      `Nothing was ${done}: this role may make no tables in ${place}. Set DATABASE_OWNER_URL too, the address with the role that owns it.`,
    );
}

interface Target {
  /** What there is, if there is anything: tables of others, or of ours with somebody who may sign in. */
  readonly found?: string;
  readonly makesTables: boolean;
}

async function lookInto(databaseUrl: string): Promise<Target> {
  const client = new Client(connectionTo(databaseUrl));
  client.on('error', () => undefined);
  await client.connect();
  try {
    const [{ makesTables }] = (
      await client.query<{ makesTables: boolean }>(
        `select has_schema_privilege('public', 'create') as "makesTables"`,
      )
    ).rows as [{ makesTables: boolean }];
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    );
    if (rows.length === 0) return { makesTables };
    if (!rows.some(({ name }) => name === 'app_user'))
      return { found: `it has the table ${rows[0]!.name}`, makesTables };
    const [{ users }] = (await client.query<{ users: number }>('select count(*)::int as users from app_user'))
      .rows as [{ users: number }];
    if (users === 0) return { makesTables };
    return { found: `${users} ${users === 1 ? 'user has' : 'users have'} an account in it`, makesTables };
  } finally {
    await client.end();
  }
}
