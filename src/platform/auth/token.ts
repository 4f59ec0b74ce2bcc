import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'clinic_session';

/** `bts_`: a person's session. `bta_`: a script's token. The prefix lets a leaked one be recognised. */
export type TokenPrefix = 'bts_' | 'bta_';

const TOKEN = /^(bts_|bta_)[A-Za-z0-9_-]{43}$/;

/** `btc_`: a check-in on the clinic's tablet; it is nobody's token. */
export function makeToken(prefix: TokenPrefix | 'btc_'): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token. Its 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function prefixOf(token: string): TokenPrefix | undefined {
  return TOKEN.exec(token)?.[1] as TokenPrefix | undefined;
}

/** The token that a request carries. The header decides where there is one: a wrong one is not made good by a cookie. */
export function tokenIn(headers: { authorization?: string; cookie?: string }): string | undefined {
  if (headers.authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(headers.authorization)?.[1];
  return cookieIn(headers, SESSION_COOKIE);
}

/** The value of a cookie; `name` holds nothing that an expression reads otherwise. */
export function cookieIn({ cookie = '' }: { readonly cookie?: string }, name: string): string | undefined {
  return new RegExp(`(?:^|;)[ \\t]*${name}=([^;]*)`).exec(cookie)?.[1]?.trim();
}
