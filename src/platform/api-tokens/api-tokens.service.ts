import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT, type Page, type PageQuery } from '../http/page-cursor';
import { malformed, Problem } from '../http/problem';
import { isId } from '../http/validation';
import { writeOnce } from '../write-once';
import { ApiToken } from './api-token.entity';
import type { ApiTokenView, CreateApiTokenDto, NewApiTokenView } from './api-tokens.dto';
import { hashToken, makeToken } from '../auth/token';

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
    if (expiresAt <= this.clock.now())
      throw malformed('/expiresAt', 'past', 'expiresAt must lie in the future');
    const token = makeToken('bta_');
    return this.work.write(actor, async (tx) => {
      const row = { id, name, role, expiresAt, tokenHash: hashToken(token), createdBy: actor.id };
      const repeated = await writeOnce(tx, { kind: 'api-token', id, body: { name, role, until } }, () =>
        tx.insert(ApiToken, row),
      );
      if (repeated) {
        throw new Problem(
          'conflict',
          'This token exists and is shown only once. Delete it and make another.',
        );
      }
      return { id, name, role, expiresAt, token };
    });
  }

  async find(query: PageQuery): Promise<Page<ApiTokenView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('api-tokens', query.cursor, [() => true, isId]);
    const found = this.work.db
      .createQueryBuilder(ApiToken, 'token')
      .where('revoked_at is null')
      .orderBy('name')
      .addOrderBy('id')
      .limit(limit + 1);
    if (after) found.andWhere('(name, id) > (:name, :id)', { name: after[0], id: after[1] });
    return toPage('api-tokens', await found.getMany(), limit, ({ name, id }) => [name, id], tokenView);
  }

  async read(id: string): Promise<ApiTokenView> {
    const token = await this.work.db.findOneBy(ApiToken, { id, revokedAt: IsNull() });
    if (token === null) throw noSuchToken();
    return tokenView(token);
  }

  revoke(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const { affected } = await tx.update(
        ApiToken,
        { id, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
      );
      if (affected !== 1) throw noSuchToken();
    });
  }
}

function noSuchToken(): Problem {
  return new Problem('not-found', 'No such token.');
}

function tokenView({ id, name, role, expiresAt, createdAt, createdBy }: ApiToken): ApiTokenView {
  return { id, name, role, expiresAt, createdAt, createdBy };
}
