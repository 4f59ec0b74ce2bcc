import { ROLES, type Role } from '../actor';
import { may, PERMISSIONS, type Permission } from '../permissions';

/** A year, a leap year too: after it somebody says again that the script is still needed. */
export const LONGEST_TOKEN_DAYS = 366;

/**
 * Who must approve a token of a role before it opens anything?
 *
 * Tokens are made by administrators, and nobody gives away what they may not do themselves: a role that may do more is lent
 * by somebody who has all that it may do. Reports are de-identified, so that their role needs nobody.
 */
export function approversOf(role: Role): readonly Role[] {
  if (role === 'reporting' || covers('admin', role)) return [];
  return ROLES.filter((other) => covers(other, role));
}

/** Does a token of this role open what it asks for, with the role of whoever approved it? */
export function isLent(role: Role, approver: Role | null): boolean {
  const approvers = approversOf(role);
  return approvers.length === 0 || (approver !== null && approvers.includes(approver));
}

function covers(one: Role, other: Role): boolean {
  return (Object.keys(PERMISSIONS) as Permission[]).every(
    (permission) => !may(other, permission) || may(one, permission),
  );
}
