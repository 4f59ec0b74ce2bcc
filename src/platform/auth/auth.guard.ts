import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Asking } from '../http/asking';
import type { Owed, SignedIn } from '../http/by.decorator';
import { TELLS_UPDATES } from '../http/updates/tells-updates.decorator';
import { Clock } from '../clock';
import { shareStatement } from '../database/share-statement';
import { UnitOfWork } from '../database/unit-of-work';
import { ALLOW, asksForPerson, may, PERMISSIONS, WHY, type Permission } from '../permissions';
import { Problem } from '../http/problem';
import { findActors, type ActorSought } from './find-actor.query';
import { approversOf } from '../api-tokens/token-rank';
import { tokenIn } from './token';

/** Below it a client reads; it writes nowhere. */
const FHIR = '/fhir/';

const MINUTE_MS = 60_000;

/** Before every handler: who asks, and may they? A handler that names no permission is closed to everybody. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly findActor = shareStatement<ActorSought, SignedIn | undefined>((sought) =>
    findActors(this.work.db, sought, this.clock.now()),
  );

  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | 'anyone' | undefined>(ALLOW, context.getHandler());
    if (permission === 'anyone') return true;
    if (permission === undefined)
      throw new Problem('forbidden', 'Nobody may do this: it names no permission.');
    const request = context.switchToHttp().getRequest<Asking>();
    request.permission = permission;
    const token = tokenIn(request);
    const tellsUpdates = this.reflector.get<true | undefined>(TELLS_UPDATES, context.getHandler());
    const actor = token === undefined ? undefined : await this.findActor({ token, tellsUpdates });
    if (actor === undefined) throw notSignedIn(token !== undefined);
    if (actor.scopes && !request.url.startsWith(FHIR)) throw notForClients();
    if (!may(actor.role, permission)) throw notAllowed(actor, permission);
    if (actor.isScript && asksForPerson(permission)) throw notForScripts(permission);
    if (actor.awaitsApproval && permission !== 'self.read') throw notApproved(actor);
    if (actor.owes && permission !== 'self.read') throw owed(actor.owes);
    await this.seen(actor);
    request.actor = actor;
    return true;
  }

  /** A minute is near enough, and spares a write and the way to it with each of the requests of a screen. */
  private async seen({ signInId, lastSeenAt }: SignedIn): Promise<void> {
    const now = this.clock.now();
    if (lastSeenAt === undefined || now.getTime() - lastSeenAt.getTime() <= MINUTE_MS) return;
    await this.work.db.query(
      // Waits for no standby: whoever only looks is not kept waiting by one that is gone.
      `with here as materialized (select set_config('synchronous_commit', 'local', true))
      update login_session set last_seen_at = $2 from here
      where id = $1 and last_seen_at < $2::timestamptz - interval '1 minute'`,
      [signInId, now],
    );
  }
}

function notSignedIn(hasToken: boolean): Problem {
  return new Problem(
    'unauthenticated',
    hasToken
      ? 'This token is not valid, has ended or has expired. Sign in again.'
      : 'Sign in with POST /api/v1/auth/login, then send the token as Authorization: Bearer.',
  );
}

const FIRST: Readonly<Record<Owed, string>> = {
  password:
    'Choose a password of your own first, at /account or with POST /api/v1/me/password: the one you have was chosen by an administrator.',
  'second-factor':
    'Your role needs a second factor: set one up first, at /account or with POST /api/v1/me/second-factor.',
};

function owed(owes: Owed): Problem {
  return new Problem('forbidden', FIRST[owes]);
}

function notForClients(): Problem {
  return new Problem('forbidden', 'The token of a client opens what is under /fhir/R4, and nothing else.');
}

function notForScripts(permission: Permission): Problem {
  return new Problem(
    'forbidden',
    `A script may not do this (${permission}): a person signs in and does it in their own name.`,
  );
}

function notApproved({ id, role }: SignedIn): Problem {
  const roles = approversOf(role).join(' or ');
  return new Problem(
    'forbidden',
    `This token of the role ${role} opens nothing yet: a ${roles} approves it at /tokens/${id}/approve.`,
  );
}

function notAllowed({ role }: SignedIn, permission: Permission): Problem {
  const roles = PERMISSIONS[permission].join(' or ');
  const said = [`The role ${role} may not do this (${permission}): it takes ${roles}.`, WHY[permission]];
  return new Problem('forbidden', said.filter(Boolean).join(' '));
}
