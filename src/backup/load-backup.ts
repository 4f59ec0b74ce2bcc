import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { readBackup, type BackupFoot, type BackupHead, type BackupPart } from './backup-lines';
import { fillDatabase } from './rows/fill-database';
import { tablesOf } from './rows/tables';

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
  const parts = readBackup(pieces);
  const { value: first } = await parts.next();
  await migrateTo(migrationsOf((first as Extract<BackupPart, { kind: 'head' }>).head));
  return fillDatabase(databaseUrl, {
    of: 'backup',
    tables: tablesOf,
    fill: (client) => fillFrom(client, parts),
  });
}

async function fillFrom(client: Client, parts: AsyncIterable<BackupPart>): Promise<BackupFoot> {
  let into: { readonly table: string; readonly copy: CopyStreamQuery } | undefined;
  let foot: BackupFoot | undefined;
  for await (const part of parts) {
    switch (part.kind) {
      case 'head':
        break;
      case 'table': {
        const { table, columns } = part.table;
        const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
        const copy = client.query(copyFrom(`copy ${client.escapeIdentifier(table)} (${listed}) from stdin`));
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
  return foot!;
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
