import type { FastifyRequest } from 'fastify';
import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { isId } from '../http/validation';
import { ALGORITHMS } from './client-keys';
import { OAuthRefusal } from './oauth-refusal';

/** SMART Backend Services: no later than five minutes from now. */
export const LONGEST_S = 300;
const LONGEST_JTI = 200;

/** Where a client gets its token, as it found us; its assertion is for this address alone. */
export function tokenAddress({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}/auth/smart/token`;
}

export interface Assertion {
  readonly jti: string;
  readonly expiresAt: Date;
}

/** Who says that they are who? Nothing of it is proven yet. */
export function clientNamedIn(assertion: string): string {
  const named = read(() => decodeJwt(assertion).iss);
  if (!isId(named)) throw refused('iss and sub must be the id of the client, as it was registered');
  return named.toLowerCase();
}

/**
 * Is the assertion right: signed by a key of this client that it names, meant for this address, and short?
 *
 * @throws OAuthRefusal with what is wrong.
 */
export async function readAssertion(
  assertion: string,
  keys: JWTVerifyGetKey,
  { client, audience, now }: { readonly client: string; readonly audience: string; readonly now: Date },
): Promise<Assertion> {
  const { kid } = read(() => decodeProtectedHeader(assertion));
  if (typeof kid !== 'string') throw refused('the header must name its key in kid');
  const { payload } = await jwtVerify(assertion, keys, {
    algorithms: [...ALGORITHMS],
    audience,
    issuer: client,
    subject: client,
    requiredClaims: ['exp', 'jti'],
    currentDate: now,
  }).catch((error: unknown) => {
    throw refused(error instanceof Error ? error.message : String(error));
  });
  const { exp, jti } = payload;
  if (exp! - now.getTime() / 1000 > LONGEST_S)
    throw refused(`exp must be at most ${LONGEST_S} seconds from now; here it is ${now.toISOString()}`);
  if (typeof jti !== 'string' || jti === '' || jti.length > LONGEST_JTI)
    throw refused(`jti must be a text of 1 to ${LONGEST_JTI} letters`);
  return { jti, expiresAt: new Date(exp! * 1000) };
}

function read<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw refused('client_assertion must be a signed JWT');
  }
}

function refused(why: string): OAuthRefusal {
  return new OAuthRefusal('invalid_client', `The assertion is not right: ${why}.`);
}
