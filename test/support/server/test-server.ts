import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../src/platform/database/migrate';
import { startEmbeddedPostgres } from '../../../src/embedded-postgres/embedded-postgres';
import { asAdministrator, createEmptyDatabase, grantToService } from '../database';

/** Frees what the run has made. */
export type Close = () => Promise<void>;

/**
 * The PostgreSQL server of one test run, with a migrated template database in it; where it is, the tests read from the
 * environment.
 *
 * `TEST_DATABASE_URL` names an existing server (a role that may make databases): the suite runs there, and leaves it as it was.
 */
export async function openTestServer(): Promise<Close> {
  const close = await openServer();
  try {
    const template = await createEmptyDatabase('template');
    await migrate(template.url);
    await grantToService(template);
    process.env.TEST_DATABASE_TEMPLATE = template.name;
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

async function openServer(): Promise<Close> {
  const existing = process.env.TEST_DATABASE_URL;
  if (existing) {
    const prefix = `clinic_test_${randomBytes(3).toString('hex')}_`;
    announce(existing, existing, prefix, existing);
    return () => dropAll(prefix);
  }
  const server = await startEmbeddedPostgres({
    dataDir: join(tmpdir(), `clinic-test-${randomBytes(6).toString('hex')}`),
    log: (message) => process.stderr.write(`${message}\n`),
    throwaway: true,
  });
  announce(server.adminUrl, server.ownerUrl, '', server.url);
  return () => server.stop();
}

function announce(adminUrl: string, ownerUrl: string, prefix: string, serviceUrl: string): void {
  process.env.TEST_DATABASE_ADMIN_URL = adminUrl;
  process.env.TEST_DATABASE_OWNER_URL = ownerUrl;
  process.env.TEST_DATABASE_SERVICE_URL = serviceUrl;
  process.env.TEST_DATABASE_PREFIX = prefix;
}

async function dropAll(prefix: string): Promise<void> {
  await asAdministrator(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}
