import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PlainDate } from '../../src/clinical/calendar';
import { SYSTEM, type Role } from '../../src/platform/actor';
import { createUser } from '../../src/platform/users/create-user';
import { Clock } from '../../src/platform/clock';
import { readConfig } from '../../src/platform/config';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { asking } from '../../src/platform/database/connection/check-database';
import { createServer } from '../../src/server';
import { createTestDatabase, type TestDatabase } from './database';
import { refuseUndocumented } from './walks/documented';

export interface Answer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Client {
  readonly userId: string;
  readonly token: string;
  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = any>(path: string, body: unknown): Promise<Answer<T>>;
  /** With `If-Match` of the version. */
  patch<T = any>(path: string, version: number, body: unknown): Promise<Answer<T>>;
  delete<T = any>(path: string): Promise<Answer<T>>;
}

export interface TestApp {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** As the service: its role owns nothing. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly app: NestFastifyApplication;
  readonly work: UnitOfWork;
  readonly neurologist: Client;
  readonly scheduler: Client;
  readonly reporting: Client;
  readonly admin: Client;
  /** A statement as the owner of the database, who may what the service may not. */
  asOwner<R = any>(sql: string, values?: unknown[]): Promise<R[]>;
  /** Signed in as a new user of a role. */
  signIn(role: Role): Promise<Client>;
  close(): Promise<void>;
}

export const PASSWORD = 'correct horse battery';

/** A clock that stands still at 17:00 UTC of a day: noon in New York, the zone of the clinic, an hour later in summer. */
class StoppedClock extends Clock {
  constructor(private readonly day: PlainDate) {
    super();
  }

  override now(): Date {
    return new Date(`${this.day}T17:00:00Z`);
  }
}

/**
 * The whole service on a database of its own (or on `database`, which it then drops), listening on a free port, with a user of each role signed in. Every answer
 * under /api/v1 is held against `openapi.json`.
 */
export async function startApp(
  options: {
    today?: PlainDate;
    env?: Record<string, string>;
    database?: Pick<TestDatabase, 'url' | 'serviceUrl' | 'drop'>;
    /** Done to a new database, by its name, before the service opens it. */
    prepare?: (database: string) => Promise<void>;
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await createdFor(options.prepare));
  const config = readConfig({
    DATABASE_URL: database.serviceUrl,
    PORT: '0',
    NIGHTLY: 'false',
    ...options.env,
  });
  const app = await createServer(config, database.serviceUrl);
  const { today } = options;
  if (today) stopClock(app.get(Clock), today);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const work = app.get(UnitOfWork);

  async function signIn(role: Role): Promise<Client> {
    const username = `${role}-${randomUUID().slice(0, 8)}`;
    const userId = await work.write(SYSTEM, (tx) =>
      createUser(tx, { username, displayName: username, role, password: PASSWORD }),
    );
    const answer = await send<{ token: string }>(url, 'POST', '/auth/login', {
      body: { username, password: PASSWORD },
    });
    return clientOf(url, answer.body.token, userId);
  }

  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  const everybody = Promise.all([
    signIn('neurologist'),
    signIn('scheduler'),
    signIn('reporting'),
    signIn('admin'),
  ]);
  const [neurologist, scheduler, reporting, admin] = await everybody.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    url,
    databaseUrl: database.serviceUrl,
    ownerUrl: database.url,
    app,
    work,
    neurologist,
    scheduler,
    reporting,
    admin,
    asOwner: (sql, values = []) => asking(database.url, (ask) => ask(sql, values)),
    signIn,
    close,
  };
}

async function createdFor(prepare: ((database: string) => Promise<void>) | undefined): Promise<TestDatabase> {
  const database = await createTestDatabase('api');
  await prepare?.(database.name);
  return database;
}

function stopClock(clock: Clock, day: PlainDate): void {
  const stopped = new StoppedClock(day);
  clock.now = () => stopped.now();
}

function clientOf(url: string, token: string, userId: string): Client {
  const authorization = `Bearer ${token}`;
  return {
    userId,
    token,
    get: (path, headers) => send(url, 'GET', path, { headers: { authorization, ...headers } }),
    post: (path, body, headers) => send(url, 'POST', path, { body, headers: { authorization, ...headers } }),
    put: (path, body) => send(url, 'PUT', path, { body, headers: { authorization } }),
    patch: (path, version, body) =>
      send(url, 'PATCH', path, { body, headers: { authorization, 'if-match': `"${version}"` } }),
    delete: (path) => send(url, 'DELETE', path, { headers: { authorization } }),
  };
}

/** One request under /api/v1, its answer held against the document. */
export async function send<T = any>(
  url: string,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const answer = {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
  if (isJson) refuseUndocumented(method, path, answer.status, answer.body);
  return answer;
}
