import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { endTokensOf } from '../api-tokens/end-tokens';
import { signOutEverywhere } from '../auth/end-sessions';
import { ADVISORY_LOCKS } from '../database/locks/advisory-locks';
import { User } from '../users/user.entity';
import { NotAdmitted } from './not-admitted';
import { freeUsername, type Person } from './person-of';
import { UserIdentity } from './user-identity.entity';

export interface Admitted {
  readonly user: User;
  readonly identityId: string;
}

/**
 * The user whom a provider names, made where they are new, with the role that they have there now. Whoever is nothing here
 * is not admitted; were they somebody, they are signed out, and what was lent in their name ends.
 *
 * Answers `NotAdmitted` instead of throwing it: what became of the user is kept.
 */
export async function admitPerson(
  tx: EntityManager,
  issuer: string,
  person: Person,
  now: Date,
): Promise<Admitted | NotAdmitted> {
  const { subject, role } = person;
  const known = await findIdentity(tx, issuer, subject);
  if (known === null && role === undefined) return new NotAdmitted('no-role', { subject });
  const identity = known ?? (await makeUser(tx, issuer, { ...person, role: role! }));
  const { userId } = identity;
  const user = await tx.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'for_no_key_update' } });
  if (user.disabledAt !== null) return new NotAdmitted('disabled', { subject, userId });
  if (role !== user.role) await endTokensOf(tx, userId, now);
  if (role === undefined) {
    await signOutEverywhere(tx, userId, now);
    return new NotAdmitted('no-role', { subject, userId });
  }
  if (role !== user.role) await tx.update(User, { id: userId }, { role, version: user.version + 1 });
  return { user: { ...user, role }, identityId: identity.id };
}

function findIdentity(tx: EntityManager, issuer: string, subject: string): Promise<UserIdentity | null> {
  return tx.findOneBy(UserIdentity, { issuer, subject });
}

/** One after another: whoever comes twice at once is made once, and of two of one name the second finds it taken. */
async function makeUser(
  tx: EntityManager,
  issuer: string,
  { subject, role, username, displayName }: Person & { readonly role: User['role'] },
): Promise<UserIdentity> {
  await tx.query(`select pg_advisory_xact_lock(${ADVISORY_LOCKS.newFromProvider})`);
  const madeMeanwhile = await findIdentity(tx, issuer, subject);
  if (madeMeanwhile !== null) return madeMeanwhile;
  const taken = await tx.query<{ username: string }[]>(
    'select username from app_user where starts_with(username, $1)',
    [username],
  );
  const userId = randomUUID();
  const free = freeUsername(username, new Set(taken.map((user) => user.username)));
  await tx.insert(User, { id: userId, username: free, displayName, role, passwordHash: null });
  const id = randomUUID();
  await tx.insert(UserIdentity, { id, userId, issuer, subject });
  return tx.findOneByOrFail(UserIdentity, { id });
}
