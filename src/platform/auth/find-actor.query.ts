import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import { hashToken, prefixOf, type TokenPrefix } from './token';

const BY_PREFIX: Readonly<Record<TokenPrefix, string>> = {
  bts_: `select u.id, u.display_name as name, u.role, false as "isScript"
    from login_session s join app_user u on u.id = s.user_id
    where s.token_hash = $1 and s.expires_at > $2 and s.ended_at is null and u.disabled_at is null`,
  bta_: `select id, name, role, true as "isScript" from api_token
    where token_hash = $1 and expires_at > $2 and revoked_at is null`,
};

/** Whose token it is, with the role of this moment; nobody's once it has ended, expired or been revoked, or the user disabled. */
export async function findActor(db: EntityManager, token: string, now: Date): Promise<SignedIn | undefined> {
  const prefix = prefixOf(token);
  if (prefix === undefined) return undefined;
  const [actor] = await db.query<SignedIn[]>(BY_PREFIX[prefix], [hashToken(token), now]);
  return actor;
}
