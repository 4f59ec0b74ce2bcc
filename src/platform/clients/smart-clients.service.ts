import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { approversOf } from '../api-tokens/token-rank';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import type { SignedIn } from '../http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../http/page-cursor';
import type { RemovedView } from '../http/updates/updates-page.dto';
import { malformed, Problem } from '../http/problem';
import { isId } from '../http/validation';
import { writeOnce } from '../write-once';
import { CLIENT_ROLE } from './why-shut';
import { refuseUnfitAddress, refuseUnfitKeys } from './client-keys';
import { SmartClient } from './smart-client.entity';
import type { FindSmartClientsQuery, RegisterSmartClientDto, SmartClientView } from './smart-clients.dto';

const LIST = 'smart-clients';

@Injectable()
export class SmartClientsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async register(
    actor: SignedIn,
    dto: RegisterSmartClientDto,
  ): Promise<{ repeated: boolean; view: SmartClientView }> {
    const { id = randomUUID(), name, jwks, jwksUrl, scopes } = dto;
    if ((jwks === undefined) === (jwksUrl === undefined))
      throw malformed(
        '/jwks',
        'keys',
        'Send either jwks with its public keys, or jwksUrl with their address',
      );
    if (jwks !== undefined) await refuseUnfitKeys(jwks);
    if (jwksUrl !== undefined) refuseUnfitAddress(jwksUrl);
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'smart-client', id, body: dto }, async () => {
        await tx.insert(SmartClient, {
          id,
          name,
          jwks: (jwks as SmartClient['jwks']) ?? null,
          jwksUrl: jwksUrl ?? null,
          scopes,
          createdBy: actor.id,
        });
      });
      return { repeated, view: viewOf(await standing(tx, id)) };
    });
  }

  /** With `updatedSince` those too that were revoked: there are few of either. */
  async find({
    cursor,
    updatedSince: since,
    limit = USUAL_LIMIT,
  }: FindSmartClientsQuery): Promise<UpdatesPage<SmartClientView | RemovedView>> {
    const start = await startPage(this.work.db, LIST, cursor, [() => true, isId]);
    const found = this.work.db
      .createQueryBuilder(SmartClient, 'client')
      .where(since === undefined ? 'revoked_at is null' : 'true')
      .orderBy('name')
      .addOrderBy('id')
      .limit(limit + 1);
    if (start.after)
      found.andWhere('(name, id) > (:name, :id)', { name: start.after[0], id: start.after[1] });
    const page = updatesPage(start, await found.getMany(), limit, ({ name, id }) => [name, id]);
    const items = page.items.map((client) =>
      client.revokedAt === null ? viewOf(client) : { id: client.id, removedAt: client.revokedAt },
    );
    return { ...page, items };
  }

  async read(id: string): Promise<SmartClientView> {
    return viewOf(await standing(this.work.db, id));
  }

  /** From now on it gets no token, and those that it has open nothing. */
  revoke(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      await standing(tx, id);
      await tx.update(SmartClient, { id }, { revokedAt: this.clock.now() });
    });
  }

  /** Whoever approved first stays the one who lends it their role. */
  approve(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const client = await standing(tx, id);
      const approvers = approversOf(CLIENT_ROLE);
      if (!approvers.includes(actor.role))
        throw new Problem(
          'forbidden',
          `The role ${actor.role} may not lend the role ${CLIENT_ROLE}: it takes ${approvers.join(' or ')}.`,
        );
      if (client.approvedBy !== null) return;
      await tx.update(SmartClient, { id }, { approvedBy: actor.id, approvedAt: this.clock.now() });
    });
  }
}

async function standing(db: EntityManager, id: string): Promise<SmartClient> {
  const client = await db.findOneBy(SmartClient, { id, revokedAt: IsNull() });
  if (client === null) throw new Problem('not-found', 'No such client.');
  return client;
}

function viewOf(client: SmartClient): SmartClientView {
  const { id, name, jwks, jwksUrl, scopes, createdAt, createdBy, approvedBy } = client;
  return {
    id,
    name,
    jwks,
    jwksUrl,
    scopes,
    createdAt,
    createdBy,
    approvedBy,
    awaitsApproval: approvedBy === null,
  };
}
