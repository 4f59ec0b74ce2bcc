import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes (RFC 6238): six digits, a new code every half minute. */
const DIGITS = 6;
const PERIOD_S = 30;
/** One code early or late is right too: clocks differ, and typing takes time. */
const WINDOW = 1;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads from the picture. */
export function totpUri(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/**
 * The half minute to which a code belongs, counted from 1970; undefined when it is wrong, of another time, or not later than
 * the one that was used last: a code opens once, however often it is overheard.
 */
export function counterOf(
  code: string,
  { secret, now, lastCounter }: { secret: string; now: Date; lastCounter: number },
): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window: WINDOW });
  if (delta === null) return undefined;
  const counter = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  return counter > lastCounter ? counter : undefined;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Toxin clinic',
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_S,
  });
}
