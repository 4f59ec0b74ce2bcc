import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import './client/value-parsers';
import { WatchedClient } from './client/watched-client';
import { statedOptions, type Timeouts } from './connection/connection-settings';

const MIGRATIONS = join(__dirname, '../../../migrations');

export function dataSourceOptions(url: string, timeouts?: Timeouts): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    migrations: readdirSync(MIGRATIONS)
      .filter((file) => /^\d+-.+\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => join(MIGRATIONS, file)),
    migrationsTransactionMode: 'each',
    poolErrorHandler: () => undefined,
    extra: {
      // Who may take as long as it takes is waited for.
      ...(timeouts ? {} : { Client: WatchedClient }),
      max: 10,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      options: statedOptions(timeouts),
    },
  };
}
