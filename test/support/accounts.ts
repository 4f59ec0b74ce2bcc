import type { EntityManager } from 'typeorm';
import { SYSTEM, type Role } from '../../src/platform/actor';
import { createUser } from '../../src/platform/users/create-user';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { PASSWORD, send as sendTo, type Answer as AnswerOf } from './app';

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly body?: unknown;
}

export type Answer = AnswerOf<Record<string, unknown>>;

interface RunningApp {
  readonly url: string;
  readonly work: UnitOfWork;
}

/** What specs about users need of a running service: accounts of their own, and requests as any client would send them. */
export function accountsOf(app: () => RunningApp) {
  let made = 0;
  const work = (): UnitOfWork => app().work;

  function write<T>(change: (tx: EntityManager) => Promise<T>): Promise<T> {
    return work().write(SYSTEM, change);
  }

  /** A new user, whose failures to sign in slow down no other. Answers the user name. */
  async function aUser(role: Role = 'scheduler'): Promise<string> {
    const username = `${role}-${(made += 1)}`;
    await write((tx) => createUser(tx, { username, displayName: `The ${role}`, role, password: PASSWORD }));
    return username;
  }

  function send(method: string, path: string, { headers, token, body }: Sent = {}): Promise<Answer> {
    const authorization: Record<string, string> =
      token === undefined ? {} : { authorization: `Bearer ${token}` };
    return sendTo(app().url, method, path, { body, headers: { ...authorization, ...headers } });
  }

  function login(username: string, password = PASSWORD): Promise<Answer> {
    return send('POST', '/auth/login', { body: { username, password } });
  }

  async function signIn(username: string): Promise<string> {
    return (await login(username)).body.token as string;
  }

  /** All items of a list, page by page. */
  async function sendPages<T>(path: string, token: string, limit: number): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { body } = await send('GET', address, { token });
      const page = body as unknown as { items: T[]; nextCursor: string | null };
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  return { db: () => work().db, write, aUser, send, login, signIn, sendPages };
}
