import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type ServerMetadata,
} from 'openid-client';
import type { Flow } from './flow-cookie';
import { NotAdmitted, notAdmittedBy } from './not-admitted';
import type { Claims } from './person-of';

/** Our choice: a provider that does not answer within this many seconds is not there. */
export const PATIENCE_SECONDS = 10;

export interface ClientOf {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/**
 * What we are to an authorization server. Whoever sent a token, its signature is checked. `address` is that of the
 * settings: http is spoken with a server on this machine alone, whatever the server says of itself.
 */
export function clientOf(
  server: ServerMetadata,
  { clientId, clientSecret }: ClientOf,
  address: string,
): Configuration {
  const client = new Configuration(server, clientId, undefined, authentication(server, clientSecret));
  client.timeout = PATIENCE_SECONDS;
  enableNonRepudiationChecks(client);
  if (isHttp(address)) allowInsecureRequests(client);
  return client;
}

/** What a server says of itself (OpenID Connect Discovery 1.0). */
export async function discovered(issuer: string, clientId: string, address: string): Promise<ServerMetadata> {
  const found = await discovery(new URL(issuer), clientId, undefined, None(), {
    timeout: PATIENCE_SECONDS,
    execute: isHttp(address) ? [allowInsecureRequests] : [],
  });
  return found.serverMetadata();
}

/** The settings take it for a server on this machine alone. */
function isHttp(address: string): boolean {
  return address.startsWith('http:');
}

/** Authorization code with PKCE, state and nonce: where the browser goes, and what it brings back. */
export async function beginFlow(
  client: Configuration,
  asked: Readonly<Record<string, string>>,
): Promise<{ readonly address: URL; readonly flow: Flow }> {
  const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(client, {
    ...asked,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { address, flow };
}

export interface Proven {
  readonly claims: Claims;
  /** Opens what the server has of them, for this request alone: it is stored nowhere. */
  readonly accessToken: string;
  /** All that was answered beside the tokens. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/**
 * Who came back, proven by a token of the server's own.
 *
 * @throws NotAdmitted where the way back is not the one that began in this browser, or the token not right.
 */
export async function finishFlow(client: Configuration, back: URL, flow: Flow | undefined): Promise<Proven> {
  if (flow === undefined || back.searchParams.get('state') !== flow.state) throw new NotAdmitted('not-begun');
  try {
    const answer = await authorizationCodeGrant(client, back, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    return { claims: answer.claims()!, accessToken: answer.access_token, answer };
  } catch (error) {
    throw notAdmittedBy(error);
  }
}

/** Some servers say in the token who somebody is, others only when asked again. */
export async function claimsOf(
  client: Configuration,
  { claims, accessToken }: Proven,
  roleClaim: string,
): Promise<Claims> {
  const isWhole = [roleClaim, 'name', 'preferred_username'].every((name) => claims[name] !== undefined);
  if (isWhole || client.serverMetadata().userinfo_endpoint === undefined) return claims;
  const more = await fetchUserInfo(client, accessToken, claims.sub).catch((error: unknown) => {
    throw notAdmittedBy(error);
  });
  return { ...more, ...claims };
}

/** As a header, which every server has to take, unless this one says otherwise. */
function authentication(server: ServerMetadata, secret: string | undefined): ClientAuth {
  if (secret === undefined) return None();
  const { token_endpoint_auth_methods_supported: taken } = server;
  return !taken || taken.includes('client_secret_basic')
    ? ClientSecretBasic(secret)
    : ClientSecretPost(secret);
}
