import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Role } from '../actor';

/** Who the request comes from, as `AuthGuard` found out. */
export type SignedIn = Actor & {
  readonly role: Role;
  /** A script with a token, not a person who signed in. */
  readonly isScript?: boolean;
  /** A script whose role nobody has lent it yet. */
  readonly awaitsApproval?: boolean;
};

/** `@By() actor: SignedIn` in a handler. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ actor?: SignedIn }>().actor,
);
