import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../http/page-cursor';
import { malformed, Problem } from '../http/problem';
import { isId } from '../http/validation';
import { writeOnce } from '../write-once';
import { User } from '../users/user.entity';
import { ApiToken } from './api-token.entity';
import type { RemovedView } from '../http/updates/updates-page.dto';
import type { ApiTokenView, CreateApiTokenDto, FindApiTokensQuery, NewApiTokenView } from './api-tokens.dto';
import { hashToken, makeToken } from '../auth/token';
import { endToken } from './end-tokens';
import { approversOf, LONGEST_TOKEN_DAYS } from './token-rank';

const DAY_MS = 86_400_000;

@Injectable()
export class ApiTokensService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  create(
    actor: SignedIn,
    { id = randomUUID(), name, role, expiresAt: until }: CreateApiTokenDto,
  ): Promise<NewApiTokenView> {
    const expiresAt = new Date(until);
    const now = this.clock.now();
    if (expiresAt <= now) throw malformed('/expiresAt', 'past', 'expiresAt must lie in the future');
    refuseAfter(
      expiresAt,
      new Date(now.getTime() + LONGEST_TOKEN_DAYS * DAY_MS),
      `${LONGEST_TOKEN_DAYS} days`,
    );
    const token = makeToken('bta_');
    return this.work.write(actor, async (tx) => {
      const makerId = await makerOf(tx, actor, expiresAt);
      const row = { id, name, role, expiresAt, tokenHash: hashToken(token), createdBy: actor.id, makerId };
      const repeated = await writeOnce(tx, { kind: 'api-token', id, body: { name, role, until } }, () =>
        tx.insert(ApiToken, row),
      );
      if (repeated) {
        throw new Problem(
          'conflict',
          'This token exists and is shown only once. Delete it and make another.',
        );
      }
      return { id, name, role, expiresAt, awaitsApproval: approversOf(role).length > 0, token };
    });
  }

  /** With `updatedSince` those too that were deleted since. */
  async find({
    cursor,
    updatedSince: since,
    limit = USUAL_LIMIT,
  }: FindApiTokensQuery): Promise<UpdatesPage<ApiTokenView | RemovedView>> {
    const start = await startPage(this.work.db, 'api-tokens', cursor, [() => true, isId]);
    const found = this.work.db
      .createQueryBuilder(ApiToken, 'token')
      .orderBy('name')
      .addOrderBy('id')
      .limit(limit + 1);
    if (since) found.andWhere('updated_at >= :since', { since });
    else found.andWhere('revoked_at is null');
    if (start.after)
      found.andWhere('(name, id) > (:name, :id)', { name: start.after[0], id: start.after[1] });
    const page = updatesPage(start, await found.getMany(), limit, ({ name, id }) => [name, id]);
    const items = page.items.map((token) =>
      token.revokedAt === null ? tokenView(token) : { id: token.id, removedAt: token.revokedAt },
    );
    return { ...page, items };
  }

  async read(id: string): Promise<ApiTokenView> {
    const token = await this.work.db.findOneBy(ApiToken, { id, revokedAt: IsNull() });
    if (token === null) throw noSuchToken();
    return tokenView(token);
  }

  revoke(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const ended = await endToken(tx, id, this.clock.now());
      if (ended.length === 0) throw noSuchToken();
    });
  }

  /** Whoever approved first stays the one who lends it: it ends when they leave or take another role. */
  approve(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      await lockPerson(tx, actor);
      const token = await tx.findOne(ApiToken, {
        where: { id, revokedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (token === null) throw noSuchToken();
      const approvers = approversOf(token.role);
      if (approvers.length === 0) throw new Problem('conflict', 'This token needs no approval.');
      if (!approvers.includes(actor.role)) {
        throw new Problem(
          'forbidden',
          `The role ${actor.role} may not lend the role ${token.role}: it takes ${approvers.join(' or ')}.`,
        );
      }
      if (token.approvedBy !== null) return;
      await tx.update(ApiToken, { id }, { approvedBy: actor.id, approvedAt: this.clock.now() });
    });
  }
}

function refuseAfter(expiresAt: Date, latest: Date, what: string): void {
  if (expiresAt <= latest) return;
  throw malformed(
    '/expiresAt',
    'too-late',
    `expiresAt must be no later than ${latest.toISOString()}: a token is valid for at most ${what}`,
  );
}

/** Which person answers for a token that is made now. They, or the token that makes it, do not end in the middle of it. */
async function makerOf(tx: EntityManager, actor: SignedIn, expiresAt: Date): Promise<string | null> {
  if (actor.isScript !== true) return lockPerson(tx, actor);
  const parent = await tx.findOne(ApiToken, {
    where: { id: actor.id, revokedAt: IsNull() },
    lock: { mode: 'pessimistic_read' },
  });
  if (parent === null) throw new Problem('unauthenticated', 'This token has ended meanwhile.');
  refuseAfter(expiresAt, parent.expiresAt, 'as long as the token that makes it');
  return parent.makerId;
}

/** In the role in which they ask: what somebody makes who is losing it ends with it, as all that they made. */
async function lockPerson(tx: EntityManager, { id, role }: SignedIn): Promise<string> {
  const user = await tx.findOne(User, {
    where: { id, role, disabledAt: IsNull() },
    lock: { mode: 'pessimistic_read' },
  });
  if (user === null) throw new Problem('unauthenticated', 'You have been signed out meanwhile.');
  return user.id;
}

function noSuchToken(): Problem {
  return new Problem('not-found', 'No such token.');
}

function tokenView({ id, name, role, expiresAt, createdAt, createdBy, approvedBy }: ApiToken): ApiTokenView {
  const awaitsApproval = approversOf(role).length > 0 && approvedBy === null;
  return { id, name, role, expiresAt, createdAt, createdBy, approvedBy, awaitsApproval };
}
