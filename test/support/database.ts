import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { asking } from '../../src/platform/database/connection/check-database';
import { grantTo } from '../../src/platform/database/connection/grants';

export interface TestDatabase {
  readonly name: string;
  /** As the database's owner, who is no superuser on the server that the tests start themselves. */
  readonly url: string;
  /** As the service, who owns nothing; the owner itself on a server that was there before. */
  readonly serviceUrl: string;
  drop(): Promise<void>;
}

/**
 * A database of its own for one spec file, as new as the migrations make it: a copy of the migrated template.
 *
 * `name` only helps to recognise it in the server's log. Dropping is optional on a server that the tests started.
 */
export async function createTestDatabase(name = 'spec'): Promise<TestDatabase> {
  return createDatabase(name, fromEnvironment('TEST_DATABASE_TEMPLATE'));
}

/** A database without any table, for what the migrations themselves do; `more` is said when it is made. */
export async function createEmptyDatabase(name = 'empty', more = ''): Promise<TestDatabase> {
  return createDatabase(name, 'template0', more);
}

/** A copy of a database that nobody is connected to, with its rows. */
export async function copyDatabase(of: TestDatabase): Promise<TestDatabase> {
  return createDatabase('copy', of.name);
}

/** Runs statements as the server's administrator; `database` is another than the administrator's own. */
export async function asAdministrator<T>(
  work: (client: Client) => Promise<T>,
  database?: string,
): Promise<T> {
  const client = new Client({
    connectionString: inDatabase(fromEnvironment('TEST_DATABASE_ADMIN_URL'), database),
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** As the start of a service does after its migrations. */
export async function grantToService({
  url,
  serviceUrl,
}: Pick<TestDatabase, 'url' | 'serviceUrl'>): Promise<void> {
  const { username } = new URL(serviceUrl);
  if (username !== new URL(url).username) await asking(url, (ask) => grantTo(ask, username));
}

async function createDatabase(label: string, template: string, more = ''): Promise<TestDatabase> {
  const ownerUrl = fromEnvironment('TEST_DATABASE_OWNER_URL');
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  const suffix = randomBytes(4).toString('hex');
  const name = `${fromEnvironment('TEST_DATABASE_PREFIX')}${label.replace(/\W+/g, '_').toLowerCase().slice(0, 30)}_${suffix}`;
  const serviceUrl = inDatabase(fromEnvironment('TEST_DATABASE_SERVICE_URL'), name);
  await asAdministrator(async (client) => {
    const made = client.escapeIdentifier(name);
    await client.query(
      `create database ${made} template ${client.escapeIdentifier(template)} owner ${client.escapeIdentifier(owner)} ${more}`,
    );
    // What may be done with a database is no part of its template.
    await client.query(`revoke all on database ${made} from public`);
    await client.query(
      `grant connect on database ${made} to ${client.escapeIdentifier(new URL(serviceUrl).username)}`,
    );
  });
  return {
    name,
    url: inDatabase(ownerUrl, name),
    serviceUrl,
    async drop() {
      await asAdministrator((client) =>
        client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

function inDatabase(url: string, database: string | undefined): string {
  if (database === undefined) return url;
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(
      `${name} is not set: run this spec with Jest's globalSetup test/support/server/global-setup.ts`,
    );
  return value;
}
