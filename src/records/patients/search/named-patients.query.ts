import type { EntityManager } from 'typeorm';
import type { Named } from '../../../clinical/person-name';
import { findPatients } from '../patient.query';

/** What patients are called, by id, in the order in which people sort names. */
export async function namedPatients(
  db: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  const rows = await db.query<(Named & { readonly id: string })[]>(
    `select id, family_name as "familyName", given_name as "givenName" from patient where id = any($1::uuid[])
      order by family_name collate people, coalesce(given_name, '') collate people, id`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** More than these and nobody in particular is meant. */
export const MOST_MEANT = 50;

export interface MeantRecords {
  /** Of each patient every record, those that were merged into another one too. */
  readonly ids: readonly string[];
  /** Are there more patients than these? */
  readonly more: boolean;
}

/** The records of whomever somebody means by a part of a name, a record number, a telephone number or a birth date. */
export async function recordsMeant(db: EntityManager, q: string): Promise<MeantRecords> {
  const found = await findPatients(db, { q, limit: MOST_MEANT + 1 });
  const ids = found.slice(0, MOST_MEANT).map(({ id }) => id);
  const rows = await db.query<{ id: string }[]>(
    'select id from patient where id = any($1::uuid[]) or merged_into = any($1::uuid[])',
    [ids],
  );
  return { ids: rows.map(({ id }) => id), more: found.length > MOST_MEANT };
}
