import { In, IsNull, type EntityManager } from 'typeorm';
import { User } from './user.entity';

/** A user who may sign in; nobody when disabled or unknown. */
export async function findEnabledUser(db: EntityManager, id: string): Promise<User | undefined> {
  return (await db.findOneBy(User, { id, disabledAt: IsNull() })) ?? undefined;
}

/** Their names by id, of whoever is disabled too. */
export async function displayNames(
  db: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await db.findBy(User, { id: In([...new Set(ids)]) });
  return new Map(users.map(({ id, displayName }) => [id, displayName]));
}
