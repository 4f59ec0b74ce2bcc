import { syncFolder } from '../backup/take-backup';
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { RowDigest, type TableDigest } from '../backup/backup-lines';
import { digestOf } from '../backup/rows/fill-database';
import { sequencesOf, tablesOf, type Table } from '../backup/rows/tables';
import { originOf } from '../backup/write-backup';
import { StartError } from '../embedded-postgres/start-error';
import { connectionTo, NO_TIMEOUTS } from '../platform/database/connection/connection-settings';
import { codebookOf } from './codebook';
import { withoutSecrets } from './left-out';
import {
  CODEBOOK,
  fileOf,
  MANIFEST,
  manifestOf,
  NOT_WHOLE,
  SUMS,
  type ExportedTable,
  type Manifest,
} from './manifest';

export interface ExportPlan {
  readonly folder: string;
  /** Also what opens the service: hashes of passwords and tokens, second factors. */
  readonly withSecrets: boolean;
}

/**
 * Writes everything in the database as it is at one moment into a new folder: a file of JSON lines a table, a codebook, and at
 * last what it all comes to. Until then the folder says that it is not whole.
 *
 * @param record puts it in the trail, before the first row leaves
 * @throws StartError when there is something in the folder.
 */
export async function exportClinic(
  databaseUrl: string,
  { folder, withSecrets }: ExportPlan,
  now: Date,
  record: () => Promise<void>,
): Promise<Manifest> {
  openFolder(folder);
  await record();
  await put(folder, NOT_WHOLE, 'This export is under way, or was stopped before its end: it is not whole.\n');
  const client = new Client(connectionTo(databaseUrl, NO_TIMEOUTS));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const all = await tablesOf(client);
    const exported: ExportedTable[] = [];
    for (const table of withSecrets ? all : withoutSecrets(all)) {
      const file = await writeRows(client, folder, table);
      const { sha256: rowsSha256 } = await digestOf(client, table);
      const { name, columns } = table;
      exported.push({ table: name, rows: file.rows, columns, fileSha256: file.sha256, rowsSha256 });
    }
    const manifest = manifestOf({
      ...(await originOf(client, now)),
      secrets: withSecrets ? 'included' : 'left-out',
      tables: exported,
      sequences: await sequencesOf(client),
    });
    const sums = exported.map(({ table, fileSha256 }) => `${fileSha256}  ${fileOf(table)}\n`);
    await put(folder, CODEBOOK, json(await codebookOf(client, withSecrets)));
    await put(folder, SUMS, sums.join(''));
    await put(folder, MANIFEST, json(manifest));
    await client.query('commit');
    await syncFolder(folder);
    rmSync(join(folder, NOT_WHOLE));
    await syncFolder(folder);
    return manifest;
  } finally {
    await client.end();
  }
}

function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new StartError(`Nothing was exported: the folder ${folder} is not empty. Give a new one.`);
}

/** JSON has no such characters: with them as quote and delimiter COPY gives each line as it is. */
const AS_IT_IS = `(format csv, quote E'\\x01', delimiter E'\\x02')`;

async function writeRows(
  client: Client,
  folder: string,
  { name, columns, key }: Table,
): Promise<TableDigest> {
  const listed = (names: readonly string[]) =>
    names.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(
    copyTo(
      `copy (select row_to_json(r)::text from (select ${listed(columns)} from ${client.escapeIdentifier(name)}
        order by ${listed(key)}) r) to stdout with ${AS_IT_IS}`,
    ),
  ) as AsyncIterable<Buffer>;
  const digest = new RowDigest();
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of rows) {
      digest.add(piece);
      yield piece;
    }
  }
  const file = createWriteStream(join(folder, fileOf(name)), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(counted(), { objectMode: false }), file);
  return digest.of(name);
}

async function put(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text, { flag: 'wx', mode: 0o600, flush: true });
}

function json(said: object): string {
  return `${JSON.stringify(said, undefined, 2)}\n`;
}
