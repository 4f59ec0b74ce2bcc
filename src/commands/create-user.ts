import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { ROLES, SYSTEM, type Role } from '../platform/actor';
import { createUser, normalizeUsername, USERNAME, type NewUser } from '../platform/users/create-user';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../platform/users/password';
import { saysWeak, weaknessOf, type PasswordOwner } from '../platform/users/password-strength';
import { User } from '../platform/users/user.entity';
import { readConfig } from '../platform/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { openDatabaseBeside } from '../platform/database/open-database';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { toProblem } from '../platform/http/problems/problem.filter';
import { askPassword, NoPassword } from './ask-password';

const USAGE = `Usage: npm run create-user -- --username <name> --role <${ROLES.join('|')}> [--display-name <name>]`;

/** Wrong arguments or password; the message is the one line that says what would do. */
class Refused extends Error {}

export interface CommandStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  readonly errors: Writable;
}

/** Makes a user who can sign in. @returns the exit code: 0 made, 1 not made, 2 not understood. */
export async function createUserCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { input, output, errors }: CommandStreams,
): Promise<number> {
  try {
    const config = readConfig(env);
    const user = readUser(args);
    const password = readNewPassword(await askPassword({ input, output: errors }), user);
    const database = await openDatabaseBeside(config);
    try {
      await store(database.url, { ...user, password });
    } finally {
      await database.close();
    }
    output.write(`${user.username} can sign in now, as ${user.role}.\n`);
    return 0;
  } catch (error) {
    errors.write(`create-user: ${reasonOf(error)}\n`);
    if (!(error instanceof Refused)) return 1;
    errors.write(`${USAGE}\n`);
    return 2;
  }
}

function readUser(args: readonly string[]): Omit<NewUser, 'password'> {
  const given = parse(args);
  const username = normalizeUsername(given.username ?? '');
  if (!USERNAME.test(username)) {
    throw new Refused('--username takes 2 to 64 letters, digits, dots, hyphens or underscores');
  }
  const role = ROLES.find((known): known is Role => known === given.role);
  if (role === undefined) throw new Refused(`--role takes one of ${ROLES.join(', ')}`);
  const displayName = (given['display-name'] ?? username).trim();
  if (!/^\P{Cc}{1,200}$/u.test(displayName)) {
    throw new Refused('--display-name takes 1 to 200 characters on one line');
  }
  return { username, role, displayName };
}

function parse(args: readonly string[]): { username?: string; role?: string; 'display-name'?: string } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { username: text, role: text, 'display-name': text } })
      .values;
  } catch (error) {
    throw new Refused((error as Error).message.split('\n')[0]);
  }
}

function readNewPassword(password: string, owner: PasswordOwner): string {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw new NoPassword(`The password needs ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`);
  const weakness = weaknessOf(password, owner);
  if (weakness !== undefined) throw new NoPassword(saysWeak(weakness));
  return password;
}

async function store(url: string, user: NewUser): Promise<void> {
  const dataSource = await new DataSource({
    ...dataSourceOptions(url),
    entities: [User],
  }).initialize();
  try {
    await new UnitOfWork(dataSource).write(SYSTEM, (tx) => createUser(tx, user));
  } finally {
    await dataSource.destroy();
  }
}

/** What the person at the keyboard can do something about; of a database's refusal what it means. */
function reasonOf(error: unknown): string {
  const problem = toProblem(error);
  if (problem.kind !== 'internal') return problem.detail;
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}

async function main(): Promise<void> {
  const { stdin, stdout, stderr, argv, env } = process;
  process.exitCode = await createUserCommand(argv.slice(2), env, {
    input: stdin,
    output: stdout,
    errors: stderr,
  });
}

if (require.main === module) void main();
