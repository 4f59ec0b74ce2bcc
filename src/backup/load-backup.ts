import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo, type CopyStreamQuery } from 'pg-copy-streams';
import { connectionTo, NO_TIMEOUTS } from '../platform/database/connection/connection-settings';
import { readBackup, RowDigest, type BackupFoot, type BackupHead, type TableDigest } from './backup-lines';
import { copyOut, sequencesOf, tablesOf } from './tables';
import { letRowsIn } from './unguarded';

/**
 * Fills an empty database with a backup, in one transaction: it is all there, with the digests that it was written with, or
 * nothing is.
 *
 * @param migrateTo brings the database to the schema of the backup, by the migrations that had run then
 * @throws Error saying what does not agree.
 */
export async function loadBackup(
  databaseUrl: string,
  pieces: AsyncIterable<Uint8Array>,
  migrateTo: (migrations: readonly number[]) => Promise<void>,
): Promise<BackupFoot> {
  const client = new Client(connectionTo(databaseUrl, NO_TIMEOUTS));
  client.on('error', () => undefined);
  let into: { readonly table: string; readonly copy: CopyStreamQuery } | undefined;
  let foot: BackupFoot | undefined;
  let putBack = (): Promise<void> => Promise.resolve();
  try {
    for await (const part of readBackup(pieces)) {
      switch (part.kind) {
        case 'head':
          await migrateTo(migrationsOf(part.head));
          await client.connect();
          await client.query('begin');
          putBack = await letRowsIn(client);
          await emptyAll(client);
          break;
        case 'table': {
          const { table, columns } = part.table;
          const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
          const copy = client.query(
            copyFrom(`copy ${client.escapeIdentifier(table)} (${listed}) from stdin`),
          );
          // What fails is told where its rows are sent to or their end is awaited.
          copy.on('error', () => undefined);
          into = { table, copy };
          break;
        }
        case 'rows':
          await sent(into!.copy, part.lines);
          break;
        case 'end-of-rows':
          into!.copy.end();
          await finished(into!.copy);
          break;
        case 'foot':
          foot = part.foot;
      }
    }
    for (const [name, last] of Object.entries(foot!.sequences)) await setSequence(client, name, last);
    await putBack();
    refuseOther(foot!, { tables: await digestsOf(client), sequences: await sequencesOf(client) });
    await client.query('commit');
    return foot!;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function migrationsOf({ migrations }: BackupHead): readonly number[] {
  if (!Array.isArray(migrations)) throw new Error('This backup does not say which migrations had run.');
  return migrations;
}

/** Waits where the server takes rows slower than the file gives them; a row that it refuses ends the wait, too. */
async function sent(copy: CopyStreamQuery, lines: Buffer): Promise<void> {
  if (copy.errored) throw copy.errored;
  if (!copy.write(lines)) await once(copy, 'drain');
}

/** The digest of every table, as a backup of this moment would have it. */
async function digestsOf(client: Client): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of await tablesOf(client)) {
    const digest = new RowDigest();
    for await (const piece of client.query(copyTo(copyOut(client, table))) as AsyncIterable<Buffer>)
      digest.add(piece);
    digests.push(digest.of(table.name));
  }
  return digests;
}

/** What migrations put into an empty database is in the backup, as it was then. */
async function emptyAll(client: Client): Promise<void> {
  const names = (await tablesOf(client)).map(({ name }) => client.escapeIdentifier(name));
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
}

async function setSequence(client: Client, name: string, last: number | null): Promise<void> {
  const of = `public.${client.escapeIdentifier(name)}`;
  await client.query('select setval($1::regclass, $2, $3)', [of, last ?? 1, last !== null]);
}

function refuseOther(written: BackupFoot, loaded: BackupFoot): void {
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
    throw new Error(`The digests of these tables are not those of the backup: ${names.join(', ')}.`);
  const moved = Object.keys(loaded.sequences).filter(
    (name) => loaded.sequences[name] !== written.sequences[name],
  );
  if (moved.length > 0) throw new Error(`These sequences are not where they were: ${moved.join(', ')}.`);
}
