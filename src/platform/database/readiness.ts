import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { connectionTo } from './connection/connection-settings';
import { ClockWatch } from '../clocks/clock-watch';
import { FullDisk } from './faults/full-disk';

/** An answer serves for so long, however many ask. */
const KEPT_MS = 1000;
const PATIENCE_MS = 3000;
const FULL = 'The disk of the database is full: it takes no writes until there is room.';
const READ_ONLY = 'The database takes no writes: it is read-only, or a standby.';

/** Does the database answer and take writes, at the newest schema? Asked on a connection of its own: no user waits for a watcher. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly pool: Pool;
  private answer: Promise<string | undefined> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly disk: FullDisk,
    private readonly clocks: ClockWatch,
  ) {
    this.pool = new Pool({
      ...connectionTo((dataSource.options as PostgresDataSourceOptions).url!),
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    this.pool.on('error', () => undefined);
  }

  /** Why it is not, for whoever watches; rejected while the database does not answer. */
  whyNot(): Promise<string | undefined> {
    return (this.answer ??= this.ask());
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  private async ask(): Promise<string | undefined> {
    try {
      const line = await this.pool.connect();
      let isBroken = true;
      try {
        const why = await this.lacks(line);
        // Asked anew where a new connection leads: behind a proxy that is another server after a failover.
        isBroken = why === READ_ONLY;
        return why;
      } finally {
        line.release(isBroken);
      }
    } finally {
      setTimeout(() => (this.answer = undefined), KEPT_MS).unref();
    }
  }

  private async lacks(line: PoolClient): Promise<string | undefined> {
    const { rows } = await line.query<{ name: string; read_only: boolean }>(
      `select name, current_setting('transaction_read_only')::boolean as read_only from migrations`,
    );
    if (rows.some((row) => row.read_only)) return READ_ONLY;
    const run = new Set(rows.map(({ name }) => name));
    const isNewest = this.dataSource.migrations.every((migration) =>
      run.has(migration.name ?? migration.constructor.name),
    );
    if (!isNewest) return 'The database schema is not the newest: restart the service to migrate it.';
    // A record of a few bytes: does a COMMIT come back, or does it wait for a standby that is gone?
    await line.query(`select pg_logical_emit_message(true, 'ready', '')`);
    return this.disk.isFull() ? FULL : this.clocks.setBack();
  }
}
