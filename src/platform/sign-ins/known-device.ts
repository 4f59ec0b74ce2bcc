import type { EntityManager } from 'typeorm';
import { hashToken, makeToken } from '../auth/token';
import { KnownDevice } from './known-device.entity';

export const DEVICE_COOKIE = 'clinic_device';
/** Our choice: a browser that nobody signed in with for so long is a new one. */
export const DEVICE_DAYS = 180;
/** And an address from which nobody signed in for so long. */
const ADDRESS_DAYS = 30;

const DAY_MS = 86_400_000;

export interface KnownWhere {
  readonly deviceId: string | null;
  /** They signed in from this address lately. */
  readonly isKnownAddress: boolean;
}

/** Does whoever tries to sign in as a user come from where that user has signed in before? */
export async function knownWhere(
  db: EntityManager,
  { username, address, deviceToken }: { username: string; address: string; deviceToken?: string },
  now: Date,
): Promise<KnownWhere | undefined> {
  const [found] = await db.query<KnownWhere[]>(
    `select
       (select d.id from known_device d where d.user_id = u.id and d.token_hash = $2 and d.last_used_at > $4)
         as "deviceId",
       exists (select 1 from login_session s
         where s.user_id = u.id and s.address = $3 and s.last_seen_at > $5) as "isKnownAddress"
     from app_user u where u.username = $1`,
    [
      username,
      deviceToken === undefined ? null : hashToken(deviceToken),
      address,
      daysBefore(now, DEVICE_DAYS),
      daysBefore(now, ADDRESS_DAYS),
    ],
  );
  return found;
}

/** The browser is known as one of this user's from now on. Answers what its cookie holds: of a shared desk's the same for all. */
export async function rememberDevice(
  tx: EntityManager,
  { id, userId, deviceToken }: { id: string; userId: string; deviceToken?: string },
  now: Date,
): Promise<string> {
  const ours = deviceToken !== undefined && (await isOurs(tx, deviceToken)) ? deviceToken : makeToken('btd_');
  await tx.query(
    `insert into known_device (id, user_id, token_hash, last_used_at) values ($1, $2, $3, $4)
       on conflict (user_id, token_hash) do update set last_used_at = excluded.last_used_at`,
    [id, userId, hashToken(ours), now],
  );
  return ours;
}

export async function forgetDevices(tx: EntityManager, userId: string): Promise<void> {
  await tx.delete(KnownDevice, { userId });
}

/** What somebody else put into the browser is not taken over. */
function isOurs(tx: EntityManager, deviceToken: string): Promise<boolean> {
  return tx.existsBy(KnownDevice, { tokenHash: hashToken(deviceToken) });
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
