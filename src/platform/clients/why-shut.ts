import type { Role } from '../actor';
import { approversOf } from '../api-tokens/token-rank';

/** As a client reads: all that the façade lets a neurologist read, and no more. */
export const CLIENT_ROLE = 'neurologist';

interface Colleague {
  readonly role: Role;
  readonly disabledAt: Date | null;
}

export type Shut = 'maker-gone' | 'unapproved' | 'approver-gone';

/**
 * Why does a client get no token?
 *
 * An administrator who is still one answers for it, and somebody has lent it their role who still has it. Otherwise it opens nothing.
 */
export function whyShut({
  maker,
  approver,
}: {
  readonly maker: Colleague | null;
  /** Null: nobody has lent it anything. */
  readonly approver: Colleague | null;
}): Shut | undefined {
  if (maker === null || maker.disabledAt !== null || maker.role !== 'admin') return 'maker-gone';
  if (approver === null) return 'unapproved';
  const lends = approver.disabledAt === null && approversOf(CLIENT_ROLE).includes(approver.role);
  return lends ? undefined : 'approver-gone';
}
