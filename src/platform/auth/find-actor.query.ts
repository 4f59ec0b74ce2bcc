import type { EntityManager } from 'typeorm';
import type { Role } from '../actor';
import { SETTINGS_STORED } from '../clinic';
import { isLent } from '../api-tokens/token-rank';
import type { Owed, SignedIn } from '../http/by.decorator';
import { isOpen } from '../sign-ins/sign-ins.query';
import { hashToken, prefixOf, type TokenPrefix } from './token';

/** What one look at the database tells beside who it is. */
const BESIDE = `(select ${SETTINGS_STORED} from clinic_setting setting) as "settingsStored"`;
const UNCHANGED = ', (select unchanged_before()) as "unchangedBefore"';

/** A token opens nothing without the administrator who answers for it. */
const BY_PREFIX: Readonly<Record<TokenPrefix, (beside: string) => string>> = {
  bts_: (
    beside,
  ) => `select s.token_hash as hash, u.id, u.display_name as name, u.role, false as "isScript", s.id as "signInId", s.last_seen_at as "lastSeenAt",
      s.identity_id is not null as "byProvider",
      case when s.identity_id is not null then null
        when u.must_change_password then 'password'
        when u.second_factor_at is null and u.role = any (setting.second_factor_roles) then 'second-factor'
      end as owes,
      (setting.idle_minutes ->> u.role)::integer as "idleMinutes",
      u.second_factor_reset_at is not null as "secondFactorReset", ${beside}
    from login_session s
      join app_user u on u.id = s.user_id
      cross join sign_in_setting setting
    where s.token_hash = any($1) and u.disabled_at is null and ${isOpen('$2')}`,
  bta_: (
    beside,
  ) => `select t.token_hash as hash, t.id, t.name, t.role, true as "isScript", approver.role as "approverRole", ${beside}
    from api_token t
    join app_user maker on maker.id = t.maker_id and maker.disabled_at is null and maker.role = 'admin'
    left join app_user approver on approver.id = t.approved_by and approver.disabled_at is null
    where t.token_hash = any($1) and t.expires_at > $2 and t.revoked_at is null`,
  btm_: (
    beside,
  ) => `select a.token_hash as hash, c.id, c.name, 'neurologist' as role, true as "isScript", a.scopes, approver.role as "approverRole", ${beside}
    from smart_access_token a
    join smart_client c on c.id = a.client_id and c.revoked_at is null
    join app_user maker on maker.id = c.created_by and maker.disabled_at is null and maker.role = 'admin'
    left join app_user approver on approver.id = c.approved_by and approver.disabled_at is null
    where a.token_hash = any($1) and a.expires_at > $2`,
};

type Found = SignedIn & {
  readonly hash: Buffer;
  readonly owes?: Owed | null;
  readonly approverRole?: Role | null;
};

export interface ActorSought {
  readonly token: string;
  /** With the moment before which nothing changes any more, for a list that is read afterwards. */
  readonly tellsUpdates?: boolean;
}

/** Whose token it is, with the role of this moment; nobody's once it has ended, expired or been revoked, or the user disabled. */
export async function findActor(db: EntityManager, token: string, now: Date): Promise<SignedIn | undefined> {
  const [found] = await findActors(db, [{ token }], now);
  return found;
}

/** The same of several, in their order: one statement for each kind of token. */
export async function findActors(
  db: EntityManager,
  sought: readonly ActorSought[],
  now: Date,
): Promise<(SignedIn | undefined)[]> {
  const beside = sought.some(({ tellsUpdates }) => tellsUpdates) ? BESIDE + UNCHANGED : BESIDE;
  const tokens = [...new Set(sought.map(({ token }) => token))];
  const found = new Map<string, SignedIn>();
  const findOf = async (prefix: TokenPrefix): Promise<void> => {
    const some = tokens.filter((token) => prefixOf(token) === prefix);
    if (some.length === 0) return;
    const hashes = some.map(hashToken);
    const rows = await db.query<Found[]>(BY_PREFIX[prefix](beside), [hashes, now]);
    for (const { hash, ...row } of rows) {
      const at = some.length === 1 ? 0 : hashes.findIndex((one) => one.equals(hash));
      found.set(some[at]!, actorOf(row));
    }
  };
  await Promise.all(PREFIXES.map(findOf));
  return sought.map(({ token }) => found.get(token));
}

const PREFIXES = Object.keys(BY_PREFIX) as TokenPrefix[];

function actorOf({ approverRole = null, owes, ...actor }: Omit<Found, 'hash'>): SignedIn {
  if (actor.isScript && !isLent(actor.role, approverRole)) return { ...actor, awaitsApproval: true };
  return owes ? { ...actor, owes } : actor;
}
