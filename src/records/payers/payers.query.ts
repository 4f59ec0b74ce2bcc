import type { EntityManager } from 'typeorm';
import { Payer } from './payer.entity';

interface PayerSearch {
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Payers by their ids. */
export function findPayers(
  db: EntityManager,
  { updatedSince: since, after, limit }: PayerSearch,
): Promise<Payer[]> {
  const found = db.createQueryBuilder(Payer, 'p').orderBy('id').limit(limit);
  if (since) found.andWhere('updated_at >= :since', { since });
  if (after) found.andWhere('id > :after', { after });
  return found.getMany();
}

/** The whole list, by name: a clinic deals with dozens of payers. */
export function allPayers(db: EntityManager): Promise<Payer[]> {
  return db.find(Payer, { order: { name: 'ASC', id: 'ASC' } });
}
