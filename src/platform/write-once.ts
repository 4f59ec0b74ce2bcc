import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Problem } from './http/problem';

/** `new`: go on and write. `repeated`: it is written already; answer with what stands there. */
export type Claim = 'new' | 'repeated';

/**
 * Takes an id that a client made, for one write of its kind: sending the same body again writes nothing.
 *
 * The claim is part of the caller's transaction. Of several at once the first goes on and the others wait for its end: then
 * they have sent it again, or, when the first was refused, one of them goes on. `body` is what the client meant by it,
 * without anything secret: its SHA-256 is kept.
 *
 * @throws Problem 409 when the id was used with another body.
 */
export async function claimOnce(tx: EntityManager, kind: string, id: string, body: object): Promise<Claim> {
  const hash = bodyHash(body);
  const claimed = await tx.query<unknown[]>(
    'insert into client_request (kind, id, body_hash) values ($1, $2, $3) on conflict do nothing returning id',
    [kind, id, hash],
  );
  if (claimed.length === 1) return 'new';
  const [before] = await tx.query<{ body_hash: Buffer }[]>(
    'select body_hash from client_request where kind = $1 and id = $2',
    [kind, id],
  );
  if (before?.body_hash.equals(hash)) {
    await waitForWhatStands(tx);
    return 'repeated';
  }
  throw new Problem(
    'conflict',
    'This id was used before with another body. Send the same body again, or take a new id.',
  );
}

/**
 * What was found may be written here and on no standby yet, as after a COMMIT that was given up. A transaction that writes
 * nothing waits for nothing: with a record of its own, its COMMIT waits for all that stands before.
 */
async function waitForWhatStands(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_logical_emit_message(true, 'repeated', '')`);
}

/**
 * Writes what a client sent under an id of its own, unless it was written before.
 *
 * @returns whether it was.
 */
export async function writeOnce(
  tx: EntityManager,
  { kind, id, body }: { kind: string; id: string; body: object },
  write: () => Promise<unknown>,
): Promise<boolean> {
  const repeated = (await claimOnce(tx, kind, id, body)) === 'repeated';
  if (!repeated) await write();
  return repeated;
}

/**
 * The row that `writeOnce` wrote, now or before.
 *
 * @throws Problem 410 when it has been removed since: sending the request again does not bring it back.
 */
export async function findWritten<E extends ObjectLiteral & { id: unknown }>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  id: E['id'],
): Promise<E> {
  const row = await tx.findOneBy(entity, { id } as never);
  if (row) return row;
  throw new Problem(
    'gone',
    'This was written before and has been removed since. To have it again, take a new id.',
  );
}

/** Equal for bodies that say the same, in whatever order their fields stand. */
export function bodyHash(body: object): Buffer {
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest();
}
