import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from 'oidc-provider';

export const CLIENT = { id: 'toxin-clinic', secret: 'a secret of the two' } as const;

/** An ID token before it is signed. */
export interface Token {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Signed by somebody else, or by nobody. */
  readonly by?: 'another' | 'nobody';
}

export type Forge = (token: Token) => Token;

/** A real provider on this machine, who signs in whomever it knows, by any password. */
export interface SignInProvider {
  readonly issuer: string;
  /** What it says of whom, by the name they type. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  /** Sends another ID token than it made. */
  forge: Forge | undefined;
  /** As an EHR it has this address of FHIR, ... */
  readonly fhir: string;
  /** ... starts services by these names with the patients of these ids, or with none, ... */
  readonly launches: Map<string, string | undefined>;
  /** ... and has these FHIR resources of them. */
  readonly patients: Map<string, object>;
  /** What it says of itself besides, or instead. */
  smart: object;
  /** The access tokens that it gave. */
  readonly accessTokens: string[];
  /** Lets this service send people there, and be sent them back. */
  trust(service: string): Promise<void>;
  close(): Promise<void>;
}

const keys = {
  own: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  another: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
};

const LONG = 3600;

export async function startProvider(more: Configuration = {}): Promise<SignInProvider> {
  const { default: Provider } = await quietly(() => import('oidc-provider'));
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: SignInProvider = {
    issuer,
    people: new Map(),
    forge: undefined,
    fhir: `${issuer}/fhir`,
    launches: new Map(),
    patients: new Map(),
    smart: {},
    accessTokens: [],
    async trust(service) {
      const provider = await quietly(() => new Provider(issuer, configuration(service, made, more)));
      const launched = new Map<unknown, string>();
      provider.use(async (context, next) => {
        const { nonce, launch } = context.query;
        if (context.path === '/auth' && typeof launch === 'string') launched.set(nonce, launch);
        await next();
        const body = context.body as TokenAnswer | undefined;
        if (context.path !== '/token' || body?.id_token === undefined) return;
        const token = read(body.id_token);
        if (made.forge) body.id_token = signed(made.forge(token));
        made.accessTokens.push(body.access_token);
        const launchedBy = launched.get(token.claims['nonce']);
        if (launchedBy !== undefined) body.patient = made.launches.get(launchedBy);
      });
      provider.use(async (context, next) => {
        if (!context.path.startsWith('/fhir/')) return next();
        const bearer = /^Bearer (.+)$/.exec(context.get('authorization'))?.[1] ?? '';
        const scopes = (await provider.AccessToken.find(bearer))?.scope?.split(' ') ?? [];
        const path = context.path.slice('/fhir/'.length);
        if (path === '.well-known/smart-configuration') context.body = smartOf(made);
        else if (!scopes.includes('patient/Patient.r')) context.status = 401;
        else context.body = made.patients.get(path.replace('Patient/', ''));
        context.type = 'application/fhir+json';
      });
      const answers = provider.callback();
      answer = (request, response) => void answers(request, response);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return made;
}

interface TokenAnswer {
  id_token?: string;
  readonly access_token: string;
  patient?: string;
}

function smartOf({ issuer, smart }: SignInProvider): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    scopes_supported: ['openid', 'fhirUser', 'launch', 'profile', 'roles', 'patient/Patient.r'],
    code_challenge_methods_supported: ['S256'],
    capabilities: ['launch-ehr', 'sso-openid-connect', 'context-ehr-patient', 'permission-v2'],
    ...smart,
  };
}

function configuration(service: string, { people }: SignInProvider, more: Configuration): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${service}/auth/oidc/callback`, `${service}/launch/callback`],
      },
    ],
    jwks: { keys: [{ ...keys.own.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    ttl: { Interaction: LONG, Session: LONG, Grant: LONG, AccessToken: LONG, IdToken: LONG },
    cookies: { keys: ['of the test'] },
    scopes: ['openid', 'launch', 'patient/Patient.r'],
    extraParams: ['launch', 'aud'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      roles: ['roles'],
      fhirUser: ['fhirUser'],
    },
    findAccount: (_, accountId) =>
      people.has(accountId)
        ? { accountId, claims: () => ({ sub: accountId, ...people.get(accountId) }) }
        : undefined,
    // Nobody is asked whether the clinic may know who they are.
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile roles fhirUser launch patient/Patient.r');
      await grant.save();
      return grant;
    },
    ...more,
  };
}

function read(token: string): Token {
  const [header, claims] = token.split('.', 2).map((part) => JSON.parse(unpacked(part)) as Token['claims']);
  return { header: header!, claims: claims! };
}

function signed({ header, claims, by }: Token): string {
  const text = [header, claims].map((part) => packed(JSON.stringify(part))).join('.');
  if (by === 'nobody') return `${text}.`;
  return `${text}.${signature(text, by === 'another' ? keys.another : keys.own)}`;
}

function signature(text: string, key: KeyObject): string {
  return sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
}

function packed(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function unpacked(text: string): string {
  return Buffer.from(text, 'base64url').toString();
}

/** It says that it wants a newer Node, and that this is no way to run it outside of a test. */
async function quietly<T>(make: () => T): Promise<Awaited<T>> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}
