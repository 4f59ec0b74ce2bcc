import { In, type EntityManager } from 'typeorm';
import { ApiToken } from './api-token.entity';

export interface EndedToken {
  readonly id: string;
  readonly name: string;
}

/** Ends the tokens that a person made, lent their role to, or made through another token. Answers which, for whoever needs them anew. */
export function endTokensOf(tx: EntityManager, userId: string, now: Date): Promise<EndedToken[]> {
  return endWithTheirs(tx, '(maker_id = $1 or approved_by = $1)', userId, now);
}

/** Ends a token with those that it made. Answers none where there is no such token. */
export function endToken(tx: EntityManager, id: string, now: Date): Promise<EndedToken[]> {
  return endWithTheirs(tx, 'id = $1', id, now);
}

async function endWithTheirs(tx: EntityManager, which: string, id: string, now: Date): Promise<EndedToken[]> {
  const ended = await tx.query<EndedToken[]>(
    `with recursive ended as (
       select id, name from api_token where ${which} and revoked_at is null
       union
       select t.id, t.name from api_token t join ended on ended.id = t.created_by where t.revoked_at is null
     )
     select id, name from ended order by name, id`,
    [id],
  );
  if (ended.length > 0)
    await tx.update(ApiToken, { id: In(ended.map((token) => token.id)) }, { revokedAt: now });
  return ended;
}
