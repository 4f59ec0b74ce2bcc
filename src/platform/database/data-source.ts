import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { WatchedClient } from './watched-client';
import { statedOptions, type Timeouts } from './connection/connection-settings';

const DATE = 1082;
const DATES = 1182;
const TEXTS = 1009;
const INT8 = 20;
const NUMERIC = 1700;
// A day stays text: the driver's default would make it local midnight, in a list too. Counts and doses fit a double.
types.setTypeParser(DATE, (text) => text);
types.setTypeParser(DATES as number, types.getTypeParser(TEXTS as number));
types.setTypeParser(INT8, Number);
types.setTypeParser(NUMERIC, Number);

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
