import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connectionTo, NO_TIMEOUTS } from '../../platform/database/connection/connection-settings';
import { RowDigest, type BackupFoot, type TableDigest } from '../backup-lines';
import { copyOut, sequencesOf, tablesOf, type Table } from './tables';
import { letRowsIn } from './unguarded';

export interface Filling {
  readonly of: 'backup' | 'export';
  /** The tables, and of each the columns, whose digests must be those that were written. */
  readonly tables: (client: Client) => Promise<readonly Table[]>;
  /** Puts the rows in, and tells what they must come to. */
  readonly fill: (client: Client) => Promise<BackupFoot>;
}

/**
 * Fills an empty database in one transaction: it is all there, with the digests that were written, or nothing is.
 *
 * @throws Error saying what does not agree.
 */
export async function fillDatabase(databaseUrl: string, { of, tables, fill }: Filling): Promise<BackupFoot> {
  const client = new Client(connectionTo(databaseUrl, NO_TIMEOUTS));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    const putBack = await letRowsIn(client);
    await emptyAll(client);
    const foot = await fill(client);
    for (const [name, last] of Object.entries(foot.sequences)) await setSequence(client, name, last);
    await putBack();
    refuseOther(of, foot, {
      tables: await digestsOf(client, await tables(client)),
      sequences: await sequencesOf(client),
    });
    await client.query('commit');
    return foot;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The digest of each table, as a backup of this moment would have it. */
async function digestsOf(client: Client, tables: readonly Table[]): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of tables) digests.push(await digestOf(client, table));
  return digests;
}

export async function digestOf(client: Client, table: Table): Promise<TableDigest> {
  const digest = new RowDigest();
  for await (const piece of client.query(copyTo(copyOut(client, table))) as AsyncIterable<Buffer>)
    digest.add(piece);
  return digest.of(table.name);
}

/** What migrations put into an empty database is among the rows, as it was then. */
async function emptyAll(client: Client): Promise<void> {
  const names = (await tablesOf(client)).map(({ name }) => client.escapeIdentifier(name));
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
}

async function setSequence(client: Client, name: string, last: number | null): Promise<void> {
  const of = `public.${client.escapeIdentifier(name)}`;
  await client.query('select setval($1::regclass, $2, $3)', [of, last ?? 1, last !== null]);
}

function refuseOther(of: Filling['of'], written: BackupFoot, loaded: BackupFoot): void {
  const byName = new Map(loaded.tables.map((digest) => [digest.table, digest]));
  const differ = written.tables.filter(({ table, sha256, rows }) => {
    const found = byName.get(table);
    return found?.sha256 !== sha256 || found.rows !== rows;
  });
  const unknown = loaded.tables.filter(
    ({ table }) => !written.tables.some((digest) => digest.table === table),
  );
  const names = [...differ, ...unknown].map(({ table }) => table);
  if (names.length > 0)
    throw new Error(`The digests of these tables are not those of the ${of}: ${names.join(', ')}.`);
  const moved = Object.keys(loaded.sequences).filter(
    (name) => loaded.sequences[name] !== written.sequences[name],
  );
  if (moved.length > 0) throw new Error(`These sequences are not where they were: ${moved.join(', ')}.`);
}
