import type { Role } from '../actor';
import { normalizeUsername } from '../users/create-user';
import type { OidcSettings } from './oidc-settings';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Somebody as they are to be known here. */
export interface Person {
  readonly subject: string;
  /** None: nothing that they are there is anything here. */
  readonly role?: Role;
  /** Where it is free. */
  readonly username: string;
  readonly displayName: string;
}

/** Who is it, by what their provider says of them? */
export function personOf(
  claims: Claims,
  { roleClaim, roles }: Pick<OidcSettings, 'roleClaim' | 'roles'>,
): Person {
  const theirs = new Set(textsOf(claims[roleClaim]));
  const username = usernameOf(claims);
  return {
    subject: claims.sub,
    role: roles.find(([there]) => theirs.has(there))?.[1],
    username,
    displayName: displayNameOf(claims) || username,
  };
}

/** `anna`, `anna-2`, `anna-3`: the first that nobody has. A name says nothing of who somebody is: nobody's account is taken over. */
export function freeUsername(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(name)) return name;
  }
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((text) => typeof text === 'string');
}

/** Leaves room for a number behind it. */
const LONGEST_NAME = 56;

/** What stands before the @ of a name or address, in the letters that a user name may have. */
function usernameOf({ preferred_username: preferred, email }: Claims): string {
  for (const text of textsOf([preferred, email])) {
    const name = normalizeUsername(text)
      .replace(/@.*$/s, '')
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._-]+/, '')
      .slice(0, LONGEST_NAME)
      .replace(/[._-]+$/, '');
    if (name.length >= 2) return name;
  }
  return 'user';
}

function displayNameOf({ name, given_name: given, family_name: family }: Claims): string {
  const full = textsOf(name).join('') || textsOf([given, family]).join(' ');
  return full
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
}
