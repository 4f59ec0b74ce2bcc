import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../platform/actor';
import type { UnitOfWork } from '../../platform/database/unit-of-work';

const KEY_BYTES = 32;

/** The clinic's own key for pseudonyms; made when first needed and kept with the record, so that pseudonyms stay. */
export async function pseudonymKey(work: UnitOfWork): Promise<Buffer> {
  const key = await readKey(work.db);
  if (key) return key;
  // Of two first exports at once one key stands: whoever comes second reads that of the first.
  return work.write(SYSTEM, async (tx) => {
    await tx.query('insert into clinic_secret (pseudonym_key) values ($1) on conflict do nothing', [
      randomBytes(KEY_BYTES),
    ]);
    return (await readKey(tx))!;
  });
}

async function readKey(db: EntityManager): Promise<Buffer | undefined> {
  const rows = await db.query<{ pseudonym_key: Buffer }[]>('select pseudonym_key from clinic_secret');
  return rows[0]?.pseudonym_key;
}
