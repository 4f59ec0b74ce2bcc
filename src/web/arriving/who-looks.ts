import type { FastifyRequest } from 'fastify';
import { findActor } from '../../platform/auth/find-actor.query';
import { tokenIn } from '../../platform/auth/token';
import type { SignedIn } from '../../platform/http/by.decorator';
import type { Clock } from '../../platform/clock';
import type { UnitOfWork } from '../../platform/database/unit-of-work';

/** Who is signed in, where a screen is refused: its frame stays, with the way to everything else. Nobody when that cannot be known. */
export async function whoLooks(
  request: FastifyRequest,
  { db }: UnitOfWork,
  clock: Clock,
): Promise<SignedIn | undefined> {
  const token = tokenIn(request);
  return token === undefined ? undefined : findActor(db, token, clock.now()).catch(() => undefined);
}
