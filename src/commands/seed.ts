import { randomInt } from 'node:crypto';
import type { Writable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppModule } from '../app.module';
import { demoClinic } from '../demo/demo-clinic';
import { DEMO_USERS } from '../demo/demo-users';
import { fillClinic } from '../demo/fill-clinic';
import { SYSTEM } from '../platform/actor';
import { User } from '../platform/auth/user.entity';
import { Clock } from '../platform/clock';
import { readConfig, type Config } from '../platform/config';
import { openDatabase } from '../platform/database/open-database';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { serviceLogger } from '../platform/log';
import { reassessAll } from '../records/courses/reassess-course';
import { Patient } from '../records/patients/patient.entity';

export interface OpenedDemo {
  /** Who can sign in. */
  readonly users: string[];
  /** Their password, when it was made just now. */
  readonly password?: string;
}

const DEMO_LOCK = 7_250_042;

/**
 * Fills an empty database with the demo clinic, in one transaction. One that holds the demo clinic already is left as it
 * is; of two services that start at once one fills it. Undefined when the database holds anything else.
 */
export async function openDemoClinic(
  app: INestApplicationContext,
  config: Config,
): Promise<OpenedDemo | undefined> {
  const { found, password } = await fillWhenEmpty(app, config);
  if (found === 'other') return undefined;
  const users = DEMO_USERS.map(({ username }) => username);
  return found === 'empty' && config.demoPassword === undefined ? { users, password } : { users };
}

/** What was in the database: nothing, the demo clinic or anything else. Only an empty one is filled. */
type Found = 'empty' | 'demo' | 'other';

function fillWhenEmpty(
  app: INestApplicationContext,
  config: Config,
): Promise<{ found: Found; password: string }> {
  const clock = app.get(Clock);
  const password = config.demoPassword ?? newPassword();
  return app.get(UnitOfWork).write(SYSTEM, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
    const found = await whatIsThere(tx);
    if (found === 'empty') {
      await fillClinic(tx, demoClinic(clock.today(config.clinicZone), config.clinicZone), password);
      await reassessAll(tx, config, clock);
    }
    return { found, password };
  });
}

async function whatIsThere(tx: EntityManager): Promise<Found> {
  if (!(await tx.exists(User)) && !(await tx.exists(Patient))) return 'empty';
  const ids = DEMO_USERS.map(({ id }) => id);
  const known = await tx.createQueryBuilder(User, 'u').where('u.id = any(:ids)', { ids }).getCount();
  return known === ids.length ? 'demo' : 'other';
}

/** Without letters and digits that look alike: it is read from a terminal and typed. 79 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** `npm run seed`. @returns the exit code: 0 filled, 1 not filled. */
export async function seedCommand(
  env: Readonly<Record<string, string | undefined>>,
  { output, errors }: { output: Writable; errors: Writable },
): Promise<number> {
  try {
    const config = readConfig(env);
    const database = await openDatabase(config, () => process.exit(1));
    try {
      return await seed(config, database, output, errors);
    } finally {
      await database.close();
    }
  } catch (error) {
    errors.write(`seed: ${(error as Error).message.split('\n')[0]}\n`);
    return 1;
  }
}

async function seed(
  config: Config,
  { url, place }: { url: string; place: string },
  output: Writable,
  errors: Writable,
): Promise<number> {
  const app = await NestFactory.createApplicationContext(AppModule.on(config, url), {
    logger: serviceLogger(),
    abortOnError: false,
  });
  try {
    const { found, password } = await fillWhenEmpty(app, config);
    if (found !== 'empty') {
      const holds = found === 'demo' ? 'holds the demo clinic already' : 'is not empty';
      errors.write(`seed: the database ${holds} (${place}): nothing was written\n`);
      return 1;
    }
    output.write(`The demo clinic is in ${place}\n`);
    output.write(`  sign in    as ${DEMO_USERS.map(({ username }) => username).join(', ')}\n`);
    output.write(`  password   ${config.demoPassword === undefined ? password : 'as DEMO_PASSWORD says'}\n`);
    return 0;
  } finally {
    await app.close();
  }
}

async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  process.exitCode = await seedCommand(env, { output: stdout, errors: stderr });
}

if (require.main === module) void main();
