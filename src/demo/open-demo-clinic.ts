import { ADVISORY_LOCKS } from '../platform/database/locks/advisory-locks';
import { randomInt } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../platform/actor';
import { ClinicNow } from '../platform/clinic';
import type { Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { User } from '../platform/users/user.entity';
import { reassessAll } from '../records/assessment/reassess-course';
import { Patient } from '../records/patients/patient.entity';
import { demoClinic } from './demo-clinic';
import { DEMO_USERS } from './demo-users';
import { fillClinic } from './fill-clinic';

export interface OpenedDemo {
  /** Who can sign in. */
  readonly users: string[];
  /** Their password, when it was made just now. */
  readonly password?: string;
}

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
export type Found = 'empty' | 'demo' | 'other';

export function fillWhenEmpty(
  app: INestApplicationContext,
  config: Config,
): Promise<{ found: Found; password: string }> {
  const clinicNow = app.get(ClinicNow);
  const password = config.demoPassword ?? newPassword();
  return app.get(UnitOfWork).write(SYSTEM, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.fillDemo]);
    const found = await whatIsThere(tx);
    if (found === 'empty') {
      const { today, zone } = await clinicNow.read(tx);
      await fillClinic(tx, demoClinic(today, zone), password);
      await reassessAll(tx, await clinicNow.read(tx));
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
