import type { EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { malformed } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { couldInject, type Injector, type Visit } from './judging/could-inject';
import type { Session } from './session.entity';

/** Who injected, as a request names them. @throws Problem 400 when that cannot be. */
async function injectorOf(tx: EntityManager, id: string, visit: Visit): Promise<string> {
  return fitInjector((await tx.findOneBy(User, { id })) ?? undefined, visit);
}

/** The same of a user that was read; undefined: there is none. */
export function fitInjector(user: (Injector & { readonly id: string }) | undefined, visit: Visit): string {
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
