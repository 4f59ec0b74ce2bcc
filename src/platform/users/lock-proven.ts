import { IsNull, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem';
import { User } from './user.entity';

/**
 * Whoever has just shown by their password who they are, locked, as they were when it was read. Somebody may have taken that
 * password from them since, or the account: what rests on it is written after that, and is too late.
 *
 * @throws Problem 401 where their row has changed meanwhile.
 */
export async function lockProven(tx: EntityManager, { id, version }: User): Promise<User> {
  const user = await tx.findOne(User, {
    where: { id, version, disabledAt: IsNull() },
    lock: { mode: 'for_no_key_update' },
  });
  if (user !== null) return user;
  throw new Problem(
    'unauthenticated',
    'This account was changed meanwhile: nothing was done. Sign in again.',
  );
}
