import {
  createLocalJWKSet,
  createRemoteJWKSet,
  importJWK,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { isLoopback } from '../http/door/hosts';
import { malformed } from '../http/problem';
import type { SmartClient } from './smart-client.entity';

/** What SMART asks a server to take. */
export const ALGORITHMS = ['RS384', 'ES384'] as const;

const ALGORITHM_OF: Readonly<Record<string, (typeof ALGORITHMS)[number]>> = { RSA: 'RS384', EC: 'ES384' };
/** As jose asks of RSA itself. */
const SHORTEST_RSA_BITS = 2048;
const MOST_KEYS = 20;
const FETCH_MS = 5000;

/**
 * Are these keys that a client can be known by: public ones, each with its name, of the two kinds that there are?
 *
 * @throws Problem 400 with the key that is not.
 */
export async function refuseUnfitKeys(jwks: object): Promise<void> {
  const { keys } = jwks as { keys?: unknown };
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > MOST_KEYS)
    throw malformed('/jwks/keys', 'keys', `jwks must have 1 to ${MOST_KEYS} keys in keys`);
  for (const [index, key] of keys.entries()) {
    const wrong = await wrongWith(key);
    if (wrong !== undefined) throw malformed(`/jwks/keys/${index}`, 'key', `Key ${index + 1} ${wrong}`);
  }
}

async function wrongWith(given: unknown): Promise<string | undefined> {
  const key = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof key.kid !== 'string' || key.kid === '') return 'must have a name in kid';
  if ('d' in key || 'k' in key) return 'is a private one: send the public key, and make another pair';
  const algorithm = ALGORITHM_OF[String(key.kty)];
  if (algorithm === undefined || (key.alg !== undefined && key.alg !== algorithm))
    return `must be one for ${ALGORITHMS.join(' or ')}`;
  if (algorithm === 'ES384' && key.crv !== 'P-384') return 'must be on the curve P-384';
  const isShort =
    algorithm === 'RS384' && Buffer.from(String(key.n), 'base64url').length * 8 < SHORTEST_RSA_BITS;
  if (isShort) return `must have at least ${SHORTEST_RSA_BITS} bits`;
  return importJWK(key, algorithm).then(
    () => undefined,
    () => 'cannot be read as a public key',
  );
}

/** @throws Problem 400 for an address that anybody on the way could answer for. */
export function refuseUnfitAddress(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return;
  throw malformed('/jwksUrl', 'address', 'jwksUrl must be an address that begins with https://');
}

/** Finds the key that an assertion names. Those at an address are kept for some minutes, by jose. */
export class ClientKeys {
  private readonly remote = new Map<string, JWTVerifyGetKey>();

  of({ jwks, jwksUrl }: Pick<SmartClient, 'jwks' | 'jwksUrl'>): JWTVerifyGetKey {
    if (jwksUrl === null) return createLocalJWKSet(jwks as JSONWebKeySet);
    const known = this.remote.get(jwksUrl);
    if (known !== undefined) return known;
    const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: FETCH_MS });
    this.remote.set(jwksUrl, keys);
    return keys;
  }
}
