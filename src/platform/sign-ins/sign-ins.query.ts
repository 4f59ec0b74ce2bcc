import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import type { SignInView } from './sign-ins.dto';

/** Nobody has more devices; scripts that sign in anew for every request do. */
const MOST = 100;

/** Where somebody is signed in at this moment. A script's token is nowhere. */
export async function signInsOf(db: EntityManager, actor: SignedIn, now: Date): Promise<SignInView[]> {
  return db.query<SignInView[]>(
    `select s.id, s.id = $2 as current, s.device, s.address, s.created_at as "createdAt",
       s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
     from login_session s
       join app_user u on u.id = s.user_id
       cross join sign_in_setting setting
     where s.user_id = $1 and ${isOpen('$3')}
     order by s.last_seen_at desc, s.id limit ${MOST}`,
    [actor.id, actor.signInId, now],
  );
}

/** Of `login_session s`, `app_user u` and `sign_in_setting setting`: neither ended nor expired nor left alone for too long. */
export function isOpen(now: string): string {
  return `s.ended_at is null and s.expires_at > ${now}
    and s.last_seen_at > ${now}::timestamptz - make_interval(mins => (setting.idle_minutes ->> u.role)::integer)`;
}
