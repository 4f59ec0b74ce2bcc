import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { exportClinic } from '../leaving/export-clinic';
import { SYSTEM } from '../platform/actor';
import { recordRead } from '../platform/audit/record-audit';
import { Clock } from '../platform/clock';
import { readConfig } from '../platform/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { openAsItIs } from '../platform/database/open-database';

/** Everything there is, into a new folder, for whoever goes on with it elsewhere. */
async function main(): Promise<void> {
  const { to, 'with-secrets': withSecrets = false } = parseArgs({
    options: { to: { type: 'string' }, 'with-secrets': { type: 'boolean' } },
  }).values;
  if (!to) {
    console.error('Usage: npm run export-clinic -- --to <folder> [--with-secrets]');
    process.exitCode = 2;
    return;
  }
  const folder = resolve(to);
  const database = await openAsItIs(readConfig(process.env));
  try {
    const { tables } = await exportClinic(database.url, { folder, withSecrets }, new Clock().now(), () =>
      recordExport(database.url, withSecrets),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const secrets = withSecrets ? 'with what opens the service' : 'without what opens the service';
    console.log(`${folder}: ${tables.length} tables, ${rows} rows, not encrypted, ${secrets}`);
  } finally {
    await database.close();
  }
}

/** It shows every patient, and the entry stands before the first row leaves. */
async function recordExport(url: string, withSecrets: boolean): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const patients = await dataSource.query<{ id: string }[]>('select id from patient');
    await recordRead(dataSource.manager, SYSTEM, {
      action: 'export',
      subject: 'clinic',
      patients: patients.map(({ id }) => id),
      detail: { withSecrets },
    });
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
});
