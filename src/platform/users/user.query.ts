import { IsNull, type EntityManager } from 'typeorm';
import { User } from './user.entity';

/** A user who may sign in; nobody when disabled or unknown. */
export async function findEnabledUser(db: EntityManager, id: string): Promise<User | undefined> {
  return (await db.findOneBy(User, { id, disabledAt: IsNull() })) ?? undefined;
}
