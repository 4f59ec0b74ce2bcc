import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Role } from '../actor';

export const OWED = ['password', 'second-factor'] as const;
/** `password`: one of their own, in place of the one that somebody else chose. `second-factor`: their role needs one. */
export type Owed = (typeof OWED)[number];

/** Who the request comes from, as `AuthGuard` found out. */
export type SignedIn = Actor & {
  readonly role: Role;
  /** A script with a token, not a person who signed in. */
  readonly isScript?: boolean;
  /** A script whose role nobody has lent it yet. */
  readonly awaitsApproval?: boolean;
  /** A client of another system: what it may read of FHIR, and nothing else. */
  readonly scopes?: readonly string[];
  /** What a person has to do before anything else is open to them. */
  readonly owes?: Owed;
  /** They came from a provider, whose matter passwords and second factors are. */
  readonly byProvider?: boolean;
  /** An administrator removed their second factor, and they have not said yet that they know. */
  readonly secondFactorReset?: boolean;
  /** Of a person: after how many minutes without a request they are signed out. */
  readonly idleMinutes?: number;
  /** Of a person: the session in which they ask. */
  readonly signInId?: string;
  /** And when they last did, to the minute. */
  readonly lastSeenAt?: Date;
  /** Which settings of the clinic stood when they were found. */
  readonly settingsStored?: string;
  /** For a list that tells its updates: the moment to fetch from the next time. */
  readonly unchangedBefore?: Date;
};

/** `@By() actor: SignedIn` in a handler. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ actor?: SignedIn }>().actor,
);
