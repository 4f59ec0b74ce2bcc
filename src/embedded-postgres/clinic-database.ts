import { Client } from 'pg';
import type { Cluster } from './cluster';
import { StartError, errorCode, startErrorFrom } from './start-error';

export interface ClinicDatabase {
  /** For the service: the owner of the database `clinic`, as a clinic's own server would give it. */
  readonly url: string;
  /** For the server's superuser, who can make other databases. */
  readonly adminUrl: string;
}

export const CLINIC_DATABASE = 'clinic';

/** Makes the database `clinic` and the role that owns it, where they are missing. */
export async function ensureClinicDatabase(cluster: Cluster, port: number): Promise<ClinicDatabase> {
  const adminUrl = databaseUrl('postgres', cluster.password, port, 'postgres');
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (!(await exists(client, 'select from pg_roles where rolname = $1'))) {
      await client.query(
        `create role ${CLINIC_DATABASE} login password ${client.escapeLiteral(cluster.password)}`,
      );
    }
    if (!(await exists(client, 'select from pg_database where datname = $1'))) {
      await client.query(`create database ${CLINIC_DATABASE} owner ${CLINIC_DATABASE}`);
    }
  } catch (error) {
    if (errorCode(error) === '28P01') {
      throw new StartError(
        `The password in ${cluster.passwordFile} does not open the database in ${cluster.dir}: bring back the right one.`,
      );
    }
    throw startErrorFrom(error, `The database in ${cluster.dir} does not answer`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url: databaseUrl(CLINIC_DATABASE, cluster.password, port, CLINIC_DATABASE), adminUrl };
}

async function exists(client: Client, query: string): Promise<boolean> {
  return (await client.query(query, [CLINIC_DATABASE])).rowCount === 1;
}

export function databaseUrl(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
