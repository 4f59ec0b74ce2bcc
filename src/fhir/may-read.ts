import type { SignedIn } from '../platform/http/by.decorator';
import { Problem } from '../platform/http/problem';
import { may } from '../platform/permissions';
import { opens } from '../platform/clients/scopes';
import type { ResourceKind } from './resource-kind';

export type Reader = Pick<SignedIn, 'role' | 'scopes'>;

/** By their role, and a client by its scopes too. */
export function mayRead({ role, scopes }: Reader, { type, permission }: ResourceKind): boolean {
  return may(role, permission) && (scopes === undefined || opens(scopes, type));
}

/** @throws Problem 403 with what is missing. */
export function refuseUnlessRead(reader: Reader, kind: ResourceKind): void {
  if (mayRead(reader, kind)) return;
  const { type, permission } = kind;
  const why = may(reader.role, permission)
    ? `Your scopes ${reader.scopes?.join(' ')} do not open ${type}: ask for system/${type}.rs.`
    : `The role ${reader.role} may not read ${type} (${permission}): leave it out.`;
  throw new Problem('forbidden', why);
}
