import type { EntityManager } from 'typeorm';
import { contradicting } from '../../../platform/http/problem';
import { Patient } from '../patient.entity';
import { plainNumber, spellingsOf } from './why-same';

/** With a number beside it: two who register one number at once wait for each other. */
const NUMBER_LOCK = 7_250;

/** Who has a record number, whatever its capitals and blanks. */
export async function findByNumber(db: EntityManager, mrn: string): Promise<Patient | undefined> {
  const spellings = spellingsOf(mrn);
  if (spellings.length === 0) return undefined;
  const plain = plainNumber(mrn);
  const alike = await db
    .createQueryBuilder(Patient, 'patient')
    .where('search_text like any(:held)', { held: spellings.map((spelling) => `%${spelling}%`) })
    .getMany();
  return alike.find((other) => plainNumber(other.mrn) === plain);
}

/** Keeps everybody else from registering a record number until the transaction ends. */
export async function lockNumber(tx: EntityManager, mrn: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [NUMBER_LOCK, plainNumber(mrn)]);
}

/**
 * A record number belongs to one patient, whatever its capitals and blanks.
 *
 * @throws Problem 409 naming the number as it is on record.
 */
export async function refuseTakenNumber(tx: EntityManager, patientId: string, mrn: string): Promise<void> {
  await lockNumber(tx, mrn);
  const taken = await findByNumber(tx, mrn);
  if (!taken || taken.id === patientId) return;
  const written = taken.mrn === mrn ? '' : `, written ${taken.mrn}`;
  throw contradicting(
    '/mrn',
    'taken',
    `Another patient has this record number${written}. Look the patient up by it before registering again.`,
  );
}
