import type { EntityManager } from 'typeorm';
import { dayIn, type PlainDate } from '../../clinical/calendar';
import { malformed } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import type { Session } from './session.entity';

interface Visit {
  readonly performedOn: PlainDate;
  readonly zone: string;
}

/**
 * Could this user have injected on that day?
 *
 * A neurologist of this clinic, whose account was not disabled before the day: who has left since is still who injected.
 */
export function couldInject({ role, disabledAt }: Injector, { performedOn, zone }: Visit): boolean {
  return role === 'neurologist' && (disabledAt === null || performedOn <= dayIn(zone, disabledAt));
}

type Injector = Pick<User, 'role' | 'disabledAt'>;

/** Who injected, as a request names them. @throws Problem 400 when that cannot be. */
export async function injectorOf(tx: EntityManager, id: string, visit: Visit): Promise<string> {
  const user = await tx.findOneBy(User, { id });
  if (user && couldInject(user, visit)) return user.id;
  const left = user?.role === 'neurologist' && user.disabledAt && dayIn(visit.zone, user.disabledAt);
  throw malformed(
    '/injectorId',
    'not-a-neurologist',
    left
      ? `injectorId names an account that was disabled on ${left}, before this session of ${visit.performedOn}: name who injected`
      : 'injectorId must name a neurologist of this clinic',
  );
}

/** A correction keeps who injected, whatever has become of them since; another one is held to the rule. */
export async function correctedInjector(
  tx: EntityManager,
  session: Session,
  sent: string | undefined,
  visit: Visit,
): Promise<string> {
  if (sent === undefined || sent === session.injectorId) return session.injectorId;
  return injectorOf(tx, sent, visit);
}
