import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { connectionTo } from './connection/connection-settings';

/** An answer serves for so long, however many ask. */
const KEPT_MS = 1000;
const PATIENCE_MS = 3000;

/** Does the database answer, at the newest schema? Asked on a connection of its own: no user waits for a watcher. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly pool: Pool;
  private answer: Promise<boolean> | undefined;

  constructor(private readonly dataSource: DataSource) {
    this.pool = new Pool({
      ...connectionTo((dataSource.options as PostgresDataSourceOptions).url!),
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    this.pool.on('error', () => undefined);
  }

  /** False while the schema is not the newest; rejected while the database does not answer. */
  isReady(): Promise<boolean> {
    return (this.answer ??= this.ask());
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  private async ask(): Promise<boolean> {
    try {
      const { rows } = await this.pool.query<{ name: string }>('select name from migrations');
      const run = new Set(rows.map(({ name }) => name));
      return this.dataSource.migrations.every((migration) =>
        run.has(migration.name ?? migration.constructor.name),
      );
    } finally {
      setTimeout(() => (this.answer = undefined), KEPT_MS).unref();
    }
  }
}
