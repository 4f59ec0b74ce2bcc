import type { EntityManager } from 'typeorm';
import { Problem } from '../http/problem';
import type { SignedIn } from '../http/by.decorator';

const STANDS = {
  person: 'select from app_user where id = $1 and role = $2 and disabled_at is null',
  script: `select from api_token t join app_user maker on maker.id = t.maker_id and maker.disabled_at is null
    where t.id = $1 and t.role = $2 and t.revoked_at is null`,
};

/**
 * At the end of what takes long or is signed: an administrator may have disabled somebody, or changed their role, since they
 * asked.
 *
 * @throws Problem 401 where they did: nothing more is written in that name.
 */
export async function refuseEnded(tx: EntityManager, { id, role, isScript }: SignedIn): Promise<void> {
  const found = await tx.query<unknown[]>(STANDS[isScript ? 'script' : 'person'], [id, role]);
  if (found.length > 0) return;
  throw new Problem(
    'unauthenticated',
    'This account was closed or got another role meanwhile: what was under way is not written. Sign in again.',
  );
}
