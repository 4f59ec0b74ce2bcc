import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResult, type QueryResultRow } from 'pg';
import { dayIn } from '../../src/clinical/calendar';
import { startEmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres';
import { bringUpToDate } from '../../src/platform/database/open-database';
import { fillClinic, type FilledClinic, type Size } from './clinic-of-size';
import { ZONE } from './due-page';
import { startService, type Served } from './processes';

export interface OpenedClinic extends FilledClinic {
  readonly serverPid: number;
  readonly port: number;
  /** Another copy of the filled database, as its owner; `bare` has no triggers of ours. */
  copy(name: string, bare: boolean): Promise<string>;
  /** The service on it; `port` is a wire's. */
  serve(port?: number): Promise<Served>;
  /** As the server's administrator, in the clinic's database. */
  readonly query: <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<QueryResult<R>>;
  close(): Promise<void>;
}

/** A PostgreSQL of its own with a filled database, as safe as a clinic's: nothing here is fast by being less so. */
export async function openClinic(size: Size): Promise<OpenedClinic> {
  const server = await startEmbeddedPostgres({
    dataDir: join(tmpdir(), `clinic-speed-${process.pid}`),
    log: (message) => console.error(message),
    throwaway: true,
  });
  await bringUpToDate({
    url: server.url,
    ownerUrl: server.ownerUrl,
    place: 'here',
    close: async () => undefined,
  });
  const admin = await connected(inDatabase(server.adminUrl, 'postgres'));
  for (const setting of ['fsync = on', 'synchronous_commit = on', 'full_page_writes = on'])
    await admin.query(`alter system set ${setting}`);
  await admin.query('select pg_reload_conf()');
  let client = await connected(inDatabase(server.adminUrl, databaseOf(server.url)));
  const filled = await fillClinic(client, size, dayIn(ZONE, new Date()));
  const owner = new URL(server.ownerUrl).username;
  return {
    ...filled,
    query: (sql, values) => client.query(sql, values as unknown[]),
    serverPid: server.serverPid(),
    port: server.port,
    async copy(name, bare) {
      // Nobody may be in a database that is copied.
      await client.end();
      await admin.query(`create database ${name} template ${databaseOf(server.url)} owner "${owner}"`);
      if (bare) {
        const copied = await connected(inDatabase(server.adminUrl, name));
        for (const table of ['injection_session', 'injection', 'course_assessment'])
          await copied.query(`alter table ${table} disable trigger user`);
        await copied.end();
      }
      client = await connected(inDatabase(server.adminUrl, databaseOf(server.url)));
      return inDatabase(server.ownerUrl, name);
    },
    serve: (port = server.port) =>
      startService({ service: atPort(server.url, port), owner: atPort(server.ownerUrl, port) }),
    async close() {
      await client.end();
      await admin.end();
      await server.stop();
    },
  };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function atPort(url: string, port: number): string {
  const other = new URL(url);
  other.port = String(port);
  return other.href;
}
