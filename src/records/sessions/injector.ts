import type { EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { malformed } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { couldInject, type Visit } from './could-inject';

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
