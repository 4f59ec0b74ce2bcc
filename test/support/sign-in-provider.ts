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
    async trust(service) {
      const provider = await quietly(() => new Provider(issuer, configuration(service, made, more)));
      provider.use(async (context, next) => {
        await next();
        const body = context.body as { id_token?: string } | undefined;
        if (made.forge && context.path === '/token' && body?.id_token !== undefined)
          body.id_token = signed(made.forge(read(body.id_token)));
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

function configuration(service: string, { people }: SignInProvider, more: Configuration): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${service}/auth/oidc/callback`],
      },
    ],
    jwks: { keys: [{ ...keys.own.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    ttl: { Interaction: LONG, Session: LONG, Grant: LONG, AccessToken: LONG, IdToken: LONG },
    cookies: { keys: ['of the test'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], roles: ['roles'] },
    findAccount: (_, accountId) =>
      people.has(accountId)
        ? { accountId, claims: () => ({ sub: accountId, ...people.get(accountId) }) }
        : undefined,
    // Nobody is asked whether the clinic may know who they are.
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile roles');
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
