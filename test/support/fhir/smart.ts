import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { TestApp } from '../app';

export interface SmartKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: JWK;
}

export async function aKey(
  alg: 'RS384' | 'ES384' | 'RS256' = 'ES384',
  kid: string = randomUUID(),
): Promise<SmartKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicKey: { ...(await exportJWK(publicKey)), kid } };
}

export interface Claims {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  readonly jti?: string;
  /** Seconds from now. */
  readonly expires?: number;
}

/** What a client shows of itself, at a moment; right but for what is given. */
export function assertionOf(
  client: string,
  key: SmartKey,
  { at, audience, given = {} }: { readonly at: Date; readonly audience: string; readonly given?: Claims },
): Promise<string> {
  const { iss = client, sub = client, aud = audience, jti = randomUUID(), expires = 300 } = given;
  return new SignJWT({ jti })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .setIssuer(iss)
    .setSubject(sub)
    .setAudience(aud)
    .setExpirationTime(Math.floor(at.getTime() / 1000) + expires)
    .sign(key.privateKey);
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function askToken(
  url: string,
  assertion: string,
  more: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const answer = await fetch(`${url}/auth/smart/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'system/*.rs',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...more,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as TokenAnswer['body'] };
}

/** A client that a neurologist has approved. */
export async function aClient(
  { admin, neurologist }: TestApp,
  keys: readonly SmartKey[],
  scopes: readonly string[] = ['system/*.rs'],
): Promise<string> {
  const registered = await admin.post('/smart-clients', {
    name: 'warehouse',
    jwks: { keys: keys.map(({ publicKey }) => publicKey) },
    scopes,
  });
  if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
  const { id } = registered.body as { id: string };
  const approved = await neurologist.post(`/smart-clients/${id}/approve`);
  if (approved.status !== 204) throw new Error(JSON.stringify(approved.body));
  return id;
}
