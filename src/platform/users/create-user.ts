import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Role } from '../actor';
import { hashPassword } from './password';
import { User } from './user.entity';

export interface NewUser {
  readonly id?: string;
  readonly username: string;
  readonly displayName: string;
  readonly signsAs?: string | null;
  readonly role: Role;
  readonly password: string;
  /** Another than the user chose it. */
  readonly mustChangePassword?: boolean;
}

/** What a user name may be, in lower case. The database holds the same rule. */
export const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** User names are the same whether written in capitals or not. */
export function normalizeUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** Makes a user who can sign in at once, and answers their id. A taken user name is refused by the database. */
export async function createUser(tx: EntityManager, { password, ...user }: NewUser): Promise<string> {
  const id = user.id ?? randomUUID();
  await tx.insert(User, {
    ...user,
    id,
    username: normalizeUsername(user.username),
    passwordHash: await hashPassword(password),
  });
  return id;
}
