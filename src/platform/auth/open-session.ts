import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { recordAudit } from '../audit/record-audit';
import type { User } from '../users/user.entity';
import { LoginSession } from './login-session.entity';
import { hashToken, makeToken } from './token';

/** A long working day; nobody signs in twice on one, and nobody is still signed in on the next. */
export const SESSION_HOURS = 12;

interface Opened {
  readonly now: Date;
  readonly address: string;
  /** What was signed in with, in words. */
  readonly device: string;
  /** Of a user who came from a provider: who they are there. */
  readonly identityId?: string;
  /** How they showed who they are, for the trail. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A user is signed in from now on, and the trail says so. Answers the token, which nobody else has. */
export async function openSession(
  tx: EntityManager,
  user: User,
  { now, address, device, identityId, detail }: Opened,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = makeToken('bts_');
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await tx.insert(LoginSession, {
    id,
    userId: user.id,
    identityId,
    tokenHash: hashToken(token),
    expiresAt,
    lastSeenAt: now,
    address,
    device,
  });
  await recordAudit(tx, actorOf(user), {
    action: 'sign-in',
    subject: 'app_user',
    subjectId: user.id,
    detail: { address, sessionId: id, ...detail },
  });
  return { token, expiresAt };
}

export function actorOf(user: User): Actor {
  return { id: user.id, name: user.displayName, role: user.role };
}
