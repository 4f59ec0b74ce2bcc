import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from './actor';

/** Who may do what: the table of the API contract, one row a permission. Every handler names one. */
export const PERMISSIONS = {
  'patient.read': ['neurologist', 'scheduler', 'admin'],
  'patient.write': ['neurologist', 'scheduler'],
  'patient.merge': ['neurologist', 'scheduler'],
  'course.read': ['neurologist'],
  'course.write': ['neurologist'],
  'session.read': ['neurologist'],
  'session.write': ['neurologist'],
  'session.sign': ['neurologist'],
  'session.void': ['neurologist'],
  'flag.read': ['neurologist'],
  'flag.review': ['neurologist'],
  'patient-answer.write': ['neurologist', 'scheduler'],
  'check-in.start': ['neurologist', 'scheduler'],
  'due-list.read': ['neurologist', 'scheduler'],
  'scheduling.read': ['neurologist', 'scheduler'],
  'scheduling.write': ['neurologist', 'scheduler'],
  'calendar-feed.keep': ['neurologist'],
  'authorization.read': ['neurologist', 'scheduler'],
  'authorization.write': ['neurologist', 'scheduler'],
  'payer.read': ['neurologist', 'scheduler', 'reporting', 'admin'],
  'payer.write': ['neurologist', 'scheduler', 'admin'],
  'record.export': ['neurologist', 'scheduler', 'admin'],
  'report.read': ['neurologist', 'reporting'],
  'claim.read': ['neurologist', 'reporting', 'admin'],
  'catalog.read': ['neurologist', 'scheduler', 'reporting', 'admin'],
  'protocol.read': ['neurologist', 'admin'],
  'protocol.write': ['neurologist', 'admin'],
  'supply.read': ['neurologist', 'scheduler', 'admin'],
  'supply.write': ['neurologist', 'admin'],
  'recall.read': ['neurologist', 'scheduler', 'admin'],
  'stock.read': ['neurologist', 'scheduler', 'reporting', 'admin'],
  'settings.read': ['neurologist', 'scheduler', 'reporting', 'admin'],
  'settings.write': ['admin'],
  'learning.read': ['admin'],
  'learning.accept': ['admin'],
  'import.read': ['admin'],
  'import.write': ['admin'],
  'hl7.read': ['scheduler', 'admin'],
  'hl7-text.read': ['admin'],
  'hl7.write': ['scheduler', 'admin'],
  'note.dismiss': ['neurologist', 'admin'],
  'assessment.preview': ['neurologist'],
  'user.read': ['admin'],
  'user.write': ['admin'],
  'token.read': ['admin'],
  'token.write': ['admin'],
  'token.approve': ['neurologist', 'scheduler'],
  'smart-client.read': ['admin'],
  'smart-client.write': ['admin'],
  'audit.read': ['admin'],
  'self.read': ['neurologist', 'scheduler', 'reporting', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Why a role may not, where the names of those that may do not say it. */
export const WHY: Partial<Readonly<Record<Permission, string>>> = {
  'record.export':
    'It names patients, and what reporting reads is de-identified: GET /api/v1/reports has the same in that form.',
};

export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** What a person answers for by name: a script's token may not do it, whatever its role. Nor does it make people, who would outlive it. */
const IN_PERSON: readonly Permission[] = [
  'session.sign',
  'patient.merge',
  'flag.review',
  'check-in.start',
  'note.dismiss',
  'learning.accept',
  'user.write',
  'smart-client.write',
  'token.approve',
  'calendar-feed.keep',
];

export function asksForPerson(permission: Permission): boolean {
  return IN_PERSON.includes(permission);
}

export const ALLOW = 'clinic:allow';

/** The permission that a handler asks for. A handler without one is refused to everybody. */
export function Allow(permission: Permission): CustomDecorator {
  return SetMetadata(ALLOW, permission);
}

/** What such a handler says of itself in the API document while that is made. */
export const FOR_ANYONE = 'x-for-anyone';

/** For what anybody may ask, signed in or not: signing in, health, the API document. */
export function AllowAnyone(): MethodDecorator {
  return applyDecorators(SetMetadata(ALLOW, 'anyone'), ApiExtension(FOR_ANYONE, true));
}
