import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { cookieName } from '../http/cookie';

export const SESSION_COOKIE = 'clinic_session';

/** `bts_`: a person's session. `bta_`: a script's token. `btm_`: that of a client of another system, for minutes. The prefix lets a leaked one be recognised. */
export type TokenPrefix = 'bts_' | 'bta_' | 'btm_';

const TOKEN = /^(bts_|bta_|btm_)[A-Za-z0-9_-]{43}$/;

/** `btc_`: a check-in on the clinic's tablet. `btd_`: a device that is known. `btf_`: a calendar's address. They are nobody's tokens. */
export function makeToken(prefix: TokenPrefix | 'btc_' | 'btd_' | 'btf_'): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token. Its 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function prefixOf(token: string): TokenPrefix | undefined {
  return TOKEN.exec(token)?.[1] as TokenPrefix | undefined;
}

/** What is known of a request where its tokens are looked for. */
export interface Carrier {
  readonly headers: { readonly authorization?: string; readonly cookie?: string };
  readonly protocol: FastifyRequest['protocol'];
}

/** The token that a request carries. The header decides where there is one: a wrong one is not made good by a cookie. */
export function tokenIn(carrier: Carrier): string | undefined {
  const { authorization } = carrier.headers;
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  return cookieIn(carrier, SESSION_COOKIE);
}

/** The value of a cookie of ours; `name` holds nothing that an expression reads otherwise. */
export function cookieIn(carrier: Carrier, name: string): string | undefined {
  const { cookie = '' } = carrier.headers;
  return new RegExp(`(?:^|;)[ \\t]*${cookieName(carrier, name)}=([^;]*)`).exec(cookie)?.[1]?.trim();
}
