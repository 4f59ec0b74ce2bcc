import { IsNull, Not, type EntityManager } from 'typeorm';
import { forgetDevices } from '../sign-ins/known-device';
import { LoginSession } from './login-session.entity';
import { hashToken } from './token';

/** Ends the session of one token; of no session when it has ended already. */
export async function endSession(tx: EntityManager, token: string, now: Date): Promise<void> {
  await tx.update(LoginSession, { tokenHash: hashToken(token), endedAt: IsNull() }, { endedAt: now });
}

/** Signs a user out everywhere but for the session of the token to keep. */
export async function endOtherSessions(
  tx: EntityManager,
  userId: string,
  now: Date,
  kept: string,
): Promise<void> {
  await tx.update(
    LoginSession,
    { userId, endedAt: IsNull(), tokenHash: Not(hashToken(kept)) },
    { endedAt: now },
  );
}

/** Signs a user out everywhere, from where they are no longer known. Answers how many sessions ended. */
export async function signOutEverywhere(tx: EntityManager, userId: string, now: Date): Promise<number> {
  const { affected } = await tx.update(LoginSession, { userId, endedAt: IsNull() }, { endedAt: now });
  await forgetDevices(tx, userId);
  return affected ?? 0;
}
