import type { EntityManager } from 'typeorm';
import type { Role } from '../actor';
import { isLent } from '../api-tokens/token-rank';
import type { SignedIn } from '../http/by.decorator';
import { hashToken, prefixOf, type TokenPrefix } from './token';

/** A token opens nothing without the administrator who answers for it. */
const BY_PREFIX: Readonly<Record<TokenPrefix, string>> = {
  bts_: `select u.id, u.display_name as name, u.role, false as "isScript"
    from login_session s join app_user u on u.id = s.user_id
    where s.token_hash = $1 and s.expires_at > $2 and s.ended_at is null and u.disabled_at is null`,
  bta_: `select t.id, t.name, t.role, true as "isScript", approver.role as "approverRole"
    from api_token t
    join app_user maker on maker.id = t.maker_id and maker.disabled_at is null and maker.role = 'admin'
    left join app_user approver on approver.id = t.approved_by and approver.disabled_at is null
    where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null`,
};

/** Whose token it is, with the role of this moment; nobody's once it has ended, expired or been revoked, or the user disabled. */
export async function findActor(db: EntityManager, token: string, now: Date): Promise<SignedIn | undefined> {
  const prefix = prefixOf(token);
  if (prefix === undefined) return undefined;
  const [found] = await db.query<(SignedIn & { readonly approverRole?: Role | null })[]>(BY_PREFIX[prefix], [
    hashToken(token),
    now,
  ]);
  if (found === undefined) return undefined;
  const { approverRole = null, ...actor } = found;
  return actor.isScript && !isLent(actor.role, approverRole) ? { ...actor, awaitsApproval: true } : actor;
}
