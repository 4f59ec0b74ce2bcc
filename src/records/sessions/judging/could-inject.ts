import { dayIn, type PlainDate } from '../../../clinical/calendar';
import type { Role } from '../../../platform/actor';

/** A user with when their account was disabled; null while it is not. */
export interface Injector {
  readonly role: Role;
  readonly disabledAt: Date | null;
}

/** A session's day, in the clinic's zone. */
export interface Visit {
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
