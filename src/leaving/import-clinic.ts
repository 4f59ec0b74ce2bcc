import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { RowDigest, wholeLines, type BackupFoot } from '../backup/backup-lines';
import { refuseUsed } from '../backup/restore-backup';
import { fillDatabase } from '../backup/rows/fill-database';
import { tablesOf, type Table } from '../backup/rows/tables';
import { migrate, migrateTo } from '../platform/database/migrate';
import { hashPassword } from '../platform/users/password';
import { fillersOf } from './left-out';
import { fileOf, readManifest, type ExportedTable, type Manifest } from './manifest';

/** Lines that are sent together. */
const PIECE_BYTES = 1 << 20;

/**
 * Fills a database in which nobody has worked yet with an export, in one transaction, and brings it to the newest schema.
 *
 * @throws StartError when somebody has, or the export is not whole; Error when it is not what was written.
 */
export async function importClinic(databaseUrl: string, place: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const { table } of manifest.tables) await access(join(folder, fileOf(table)));
  await refuseUsed(databaseUrl, place, 'imported');
  await migrateTo(databaseUrl, manifest.migrations);
  const nobodys = await hashPassword(randomBytes(32).toString('base64'));
  await fillDatabase(databaseUrl, {
    of: 'export',
    tables: async (client) => exportedOf(manifest, await tablesOf(client)),
    fill: async (client) => {
      for (const table of manifest.tables) await readRows(client, folder, table, nobodys);
      return footOf(manifest);
    },
  });
  await migrate(databaseUrl);
  return manifest;
}

function exportedOf({ tables }: Manifest, known: readonly Table[]): Table[] {
  const columnsOf = new Map(tables.map(({ table, columns }) => [table, columns]));
  return known.flatMap((table) => {
    const columns = columnsOf.get(table.name);
    return columns === undefined ? [] : [{ ...table, columns }];
  });
}

function footOf({ tables, sequences }: Manifest): BackupFoot {
  return {
    tables: tables.map(({ table, rows, rowsSha256 }) => ({ table, rows, sha256: rowsSha256 })),
    sequences,
  };
}

async function readRows(
  client: Client,
  folder: string,
  { table, columns, rows, fileSha256 }: ExportedTable,
  nobodys: string,
): Promise<void> {
  const file = fileOf(table);
  const insert = insertInto(client, table, columns);
  const digest = new RowDigest();
  const pieces = createReadStream(join(folder, file), { highWaterMark: PIECE_BYTES });
  for await (const lines of wholeLines(pieces)) {
    digest.add(lines);
    const items = lines.toString('utf8').trimEnd().replaceAll('\n', ',');
    await client.query(insert.text, [`[${items}]`, ...(insert.needsPassword ? [nobodys] : [])]);
  }
  const found = digest.of(table);
  if (found.sha256 !== fileSha256 || found.rows !== rows)
    throw new Error(`${file} is not what was exported: its digest is another.`);
}

function insertInto(
  client: Client,
  table: string,
  columns: readonly string[],
): { readonly text: string; readonly needsPassword: boolean } {
  const into = client.escapeIdentifier(table);
  const names = columns.map((column) => client.escapeIdentifier(column));
  const filled = fillersOf(table, columns);
  const targets = [...names, ...filled.map(([column]) => client.escapeIdentifier(column))];
  const values = [...names.map((name) => `r.${name}`), ...filled.map(([, sql]) => sql)];
  return {
    text: `insert into ${into} (${targets.join(', ')}) overriding system value
      select ${values.join(', ')} from json_populate_recordset(null::${into}, $1::json) r`,
    needsPassword: filled.some(([, sql]) => sql.includes('$2')),
  };
}
