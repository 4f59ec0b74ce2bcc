import { malformed, Problem } from '../problem';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

/**
 * Does the service answer to this name?
 *
 * To those that are allowed and to the machine's own, whatever the port; to every name where none is configured. A page of
 * somebody else that lets its own name point here (DNS rebinding) speaks to us under that name.
 */
export function answersTo(host: string, allowed: readonly string[]): boolean {
  const name = nameIn(host);
  return allowed.length === 0 || allowed.includes(name) || isLoopback(name);
}

/** Is this the machine itself, by name or number? */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** @throws Problem 400 for no name or for two, 421 for one that is not ours. */
export function refuseWrongHost(
  { hosts, host, version }: { hosts: readonly string[]; host: string; version: string },
  allowed: readonly string[],
): void {
  if (hosts.length === 0 && version === '1.0') return;
  if (hosts.length !== 1 || hosts[0] === '')
    throw malformed('', 'host', 'Name the service in the header Host, once');
  if (!answersTo(host, allowed))
    throw new Problem(
      'wrong-host',
      'The service does not answer to this name. The administrator names those it has in ALLOWED_HOSTS.',
    );
}

function nameIn(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}
