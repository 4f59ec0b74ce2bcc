import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Cluster } from './cluster';
import { makePassword } from './password-file';
import { StartError, errorCode, startErrorFrom } from './start-error';

export interface ClinicDatabase {
  /** For the service: it reads and writes rows of `clinic`, and owns nothing. */
  readonly url: string;
  /** For migrations: the owner of the database `clinic`. */
  readonly ownerUrl: string;
  /** For the server's superuser, who can make other databases. */
  readonly adminUrl: string;
}

const CLINIC_DATABASE = 'clinic';
const OWNER = 'clinic';
const SERVICE = 'clinic_service';
const WRONG_PASSWORD = '28P01';

/**
 * The database `clinic`, its owner and the role of the service, each with a password of its own.
 *
 * The superuser is asked only where one of them is missing: at the first start, and once for a folder of the time when the
 * service was the owner and had the superuser's password.
 */
export async function ensureClinicDatabase(cluster: Cluster, port: number): Promise<ClinicDatabase> {
  const adminUrl = databaseUrl('postgres', cluster.password, port, 'postgres');
  for (const role of [OWNER, SERVICE]) {
    if (!existsSync(passwordFile(cluster, role))) makePassword(passwordFile(cluster, role));
  }
  const urls = clinicUrls(cluster, port)!;
  try {
    if (!((await opens(urls.url)) && (await opens(urls.ownerUrl)))) await make(cluster, adminUrl);
  } catch (error) {
    if (errorCode(error) === WRONG_PASSWORD) {
      throw new StartError(
        `The password in ${cluster.passwordFile} does not open the database in ${cluster.dir}: bring back the right one.`,
      );
    }
    throw startErrorFrom(error, `The database in ${cluster.dir} does not answer`);
  }
  return { ...urls, adminUrl };
}

/** Undefined where the passwords have not been made. */
export function clinicUrls(
  cluster: Pick<Cluster, 'dir'>,
  port: number,
): Pick<ClinicDatabase, 'url' | 'ownerUrl'> | undefined {
  const [owner, service] = [OWNER, SERVICE].map((role) => passwordFile(cluster, role));
  if (!existsSync(owner!) || !existsSync(service!)) return undefined;
  const urlOf = (role: string, file: string): string =>
    databaseUrl(role, readFileSync(file, 'utf8').trim(), port, CLINIC_DATABASE);
  return { url: urlOf(SERVICE, service!), ownerUrl: urlOf(OWNER, owner!) };
}

/** The role of the service comes last: where it opens the database, everything before it was done, whenever a start was killed. */
async function make(cluster: Cluster, adminUrl: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    await makeRole(client, cluster, OWNER);
    if (!(await exists(client, 'select from pg_database where datname = $1', CLINIC_DATABASE)))
      await client.query(`create database ${CLINIC_DATABASE} owner ${OWNER}`);
    // Nobody makes temporary tables here, in whose name a statement could go astray.
    await client.query(`revoke all on database ${CLINIC_DATABASE} from public`);
    await makeRole(client, cluster, SERVICE);
    await client.query(`grant connect on database ${CLINIC_DATABASE} to ${SERVICE}`);
  });
}

async function makeRole(client: Client, cluster: Cluster, role: string): Promise<void> {
  const password = client.escapeLiteral(readFileSync(passwordFile(cluster, role), 'utf8').trim());
  const verb = (await exists(client, 'select from pg_roles where rolname = $1', role)) ? 'alter' : 'create';
  await client.query(`${verb} role ${role} login password ${password}`);
}

async function opens(url: string): Promise<boolean> {
  try {
    await connected(url, () => Promise.resolve());
    return true;
  } catch (error) {
    // No such role or another password, no such database, no right to connect.
    if (['28P01', '28000', '3D000', '42501'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

async function connected(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function exists(client: Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

function passwordFile({ dir }: Pick<Cluster, 'dir'>, role: string): string {
  return `${dir}.${role}.password`;
}

function databaseUrl(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
