import type { PlainDate } from '../../../clinical/calendar';
import { malformed } from '../../../platform/http/problem';
import { couldInject, type Injector } from '../../sessions/judging/could-inject';

export interface Colleague extends Injector {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly signsAs: string | null;
}

/**
 * Who injected, as a file names them: by user name, by the name shown or by the name signed with, capitals aside. Where it
 * names nobody, the only one who can have.
 *
 * @throws Problem 400 where that is nobody, or could be several.
 */
export function injectorOf(
  name: string | undefined,
  colleagues: readonly Colleague[],
  visit: { readonly performedOn: PlainDate; readonly zone: string },
): string {
  const could = colleagues.filter((colleague) => couldInject(colleague, visit));
  const found = name === undefined ? could : could.filter((colleague) => isCalled(colleague, name));
  if (found.length === 1) return found[0]!.id;
  const known = could.map(({ username }) => username).toSorted();
  const choice =
    known.length === 0
      ? 'make an account of a neurologist first'
      : `give one of the user names ${known.slice(0, 10).join(', ')}${known.length > 10 ? ' …' : ''}`;
  throw malformed(
    '/injector',
    'which-injector',
    `${said(name, found.length)}: ${choice}; for somebody who has left, make an account and disable it`,
  );
}

function said(name: string | undefined, found: number): string {
  if (name === undefined) return 'The file does not say who injected';
  if (found > 1) return `“${name}” is the name of ${found} people here`;
  return `No neurologist of this clinic who could inject on that day is called “${name}”`;
}

function isCalled({ username, displayName, signsAs }: Colleague, name: string): boolean {
  return [username, displayName, signsAs].some((known) => known?.toLowerCase() === name.toLowerCase());
}
