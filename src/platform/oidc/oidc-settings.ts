import { StartError } from '../../embedded-postgres/start-error';
import { ROLES, type Role } from '../actor';

/** Where people sign in by another system (OpenID Connect), and who they are here. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The claim that names what somebody is there. */
  readonly roleClaim: string;
  /** What they are there, and here; of several the first in this order. */
  readonly roles: readonly (readonly [there: string, here: Role])[];
}

export type Env = Readonly<Record<string, string | undefined>>;

const OTHERS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_CLAIM', 'OIDC_ROLES'];

/**
 * The settings of signing in by a provider; none where `OIDC_ISSUER` is not set.
 *
 * @throws StartError in one line that never holds the secret.
 */
export function readOidc(env: Env): OidcSettings | undefined {
  if (!env.OIDC_ISSUER) {
    // An EHR that starts the service needs them too.
    const alone = env.SMART_ISS ? undefined : OTHERS.find((name) => env[name]);
    if (alone !== undefined)
      throw new StartError(`${alone} is set without OIDC_ISSUER: set that to the address of the provider`);
    return undefined;
  }
  if (!env.OIDC_CLIENT_ID)
    throw new StartError(
      'OIDC_ISSUER is set without OIDC_CLIENT_ID: set that to the name under which the provider knows this service',
    );
  return {
    issuer: readAddress('OIDC_ISSUER', env.OIDC_ISSUER),
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET || undefined,
    ...readRoles(env, 'OIDC_ISSUER'),
  };
}

/**
 * Who is what here; `because` is the variable that asks for it.
 *
 * @throws StartError in one line.
 */
export function readRoles(env: Env, because: string): Pick<OidcSettings, 'roleClaim' | 'roles'> {
  const text = env.OIDC_ROLES;
  if (!text)
    throw new StartError(
      `${because} is set without OIDC_ROLES: set that to who is what here, such as ehr-doctor=neurologist`,
    );
  return { roleClaim: env.OIDC_ROLE_CLAIM || 'roles', roles: rolesIn(text) };
}

/**
 * The address of another system as it was given: over https, or on this machine.
 *
 * @throws StartError in one line.
 */
export function readAddress(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && !/[?#\s]/.test(text) && !url.username && !url.password && isSafe(url)) return text;
  throw new StartError(
    `${name}=${text} is not an address: give one such as https://login.hospital.example, without ? # or a password; http only on this machine`,
  );
}

function isOnThisMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOnThisMachine(url));
}

function rolesIn(text: string): OidcSettings['roles'] {
  const parts = text.split(',').map((part) => part.trim());
  const roles = parts.filter((part) => part !== '').map((part) => readRole(part, text));
  const twice = roles.find(([there], i) => roles.findIndex(([other]) => other === there) !== i);
  if (twice !== undefined)
    throw new StartError(`OIDC_ROLES=${text}: ${twice[0]} stands there twice: give it one role`);
  if (roles.length === 0)
    throw new StartError(`OIDC_ROLES=${text} names no role: give it such as ehr-doctor=neurologist`);
  return roles;
}

/** What somebody is there may itself hold an equals sign. */
function readRole(part: string, text: string): readonly [string, Role] {
  const at = part.lastIndexOf('=');
  const there = part.slice(0, Math.max(at, 0)).trim();
  const here = ROLES.find((role) => role === part.slice(at + 1).trim());
  if (there === '' || here === undefined)
    throw new StartError(
      `OIDC_ROLES=${text}: ${part} is not a role there and one here: give it such as ehr-doctor=neurologist, the second one of ${ROLES.join(', ')}`,
    );
  return [there, here];
}
