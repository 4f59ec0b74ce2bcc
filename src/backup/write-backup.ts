import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connectionTo, NO_TIMEOUTS } from '../platform/database/connection/connection-settings';
import {
  END_OF_ROWS,
  RowDigest,
  type BackupFoot,
  type BackupHead,
  type Origin,
  type TableDigest,
} from './backup-lines';
import { copyOut, sequencesOf, tablesOf } from './rows/tables';

/** A backup as it is written, and what it has come to once it has been read to its end. */
export interface Backup {
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly foot: () => BackupFoot;
}

/** Everything in the database as it is at one moment; the clinic goes on working. */
export function backupOf(databaseUrl: string, now: Date): Backup {
  let made: BackupFoot | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const client = new Client(connectionTo(databaseUrl, NO_TIMEOUTS));
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      yield line({ format: 'clinic-backup 1', ...(await originOf(client, now)) } satisfies BackupHead);
      const tables: TableDigest[] = [];
      for (const table of await tablesOf(client)) {
        yield line({ table: table.name, columns: table.columns });
        const digest = new RowDigest();
        for await (const piece of client.query(copyTo(copyOut(client, table))) as AsyncIterable<Buffer>) {
          digest.add(piece);
          yield piece;
        }
        yield Buffer.from(`${END_OF_ROWS}\n`);
        tables.push(digest.of(table.name));
      }
      made = { tables, sequences: await sequencesOf(client) };
      yield line(made);
      await client.query('commit');
    } finally {
      await client.end();
    }
  }
  return {
    pieces: pieces(),
    foot() {
      if (!made) throw new Error('The backup has not been read to its end.');
      return made;
    },
  };
}

/** What the rows are taken from. */
export async function originOf(client: Client, now: Date): Promise<Origin> {
  const { rows } = await client.query<{ timestamp: string }>('select timestamp from migrations order by 1');
  const [{ server }] = (
    await client.query<{ server: string }>(`select current_setting('server_version') as server`)
  ).rows as [{ server: string }];
  return {
    madeAt: now.toISOString(),
    server,
    migrations: rows.map(({ timestamp }) => Number(timestamp)),
  };
}

function line(said: object): Buffer {
  return Buffer.from(`${JSON.stringify(said)}\n`);
}
