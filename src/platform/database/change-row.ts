import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { refuseOutdated } from '../http/if-match';
import { Problem } from '../http/problem';

/**
 * Changes a row that carries a version, if it is still the version that the caller has seen.
 *
 * @throws Problem 412 when somebody else changed the row meanwhile.
 */
export async function changeRow<E extends ObjectLiteral & { id: unknown; version: number }>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  { id, version }: Pick<E, 'id' | 'version'>,
  changes: QueryDeepPartialEntity<E>,
): Promise<void> {
  const { affected } = await tx.update(entity, { id, version }, { ...changes, version: version + 1 });
  refuseOutdated(affected);
}

/** A row by its id, or a 404 that says what there is none of. */
export async function findOrRefuse<E extends ObjectLiteral & { id: unknown }>(
  db: EntityManager,
  entity: EntityTarget<E>,
  id: E['id'],
  what: string,
): Promise<E> {
  const row = await db.findOneBy(entity, { id } as never);
  if (!row) throw new Problem('not-found', `No such ${what}.`);
  return row;
}
