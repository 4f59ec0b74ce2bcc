import type { EntityManager } from 'typeorm';
import { contradicting } from '../../../platform/http/problem';
import { Patient } from '../patient.entity';
import { plainNumber, spellingsOf } from './why-same';

/** With a number beside it: two who register one number at once wait for each other. */
const NUMBER_LOCK = 7_250;

/**
 * A record number belongs to one patient, whatever its capitals and blanks.
 *
 * @throws Problem 409 naming the number as it is on record.
 */
export async function refuseTakenNumber(tx: EntityManager, patientId: string, mrn: string): Promise<void> {
  const plain = plainNumber(mrn);
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [NUMBER_LOCK, plain]);
  const spellings = spellingsOf(mrn);
  if (spellings.length === 0) return;
  const alike = await tx
    .createQueryBuilder(Patient, 'patient')
    .select(['patient.id', 'patient.mrn'])
    .where('search_text like any(:held)', { held: spellings.map((spelling) => `%${spelling}%`) })
    .andWhere('id <> :patientId', { patientId })
    .getMany();
  const taken = alike.find((other) => plainNumber(other.mrn) === plain);
  if (!taken) return;
  const written = taken.mrn === mrn ? '' : `, written ${taken.mrn}`;
  throw contradicting(
    '/mrn',
    'taken',
    `Another patient has this record number${written}. Look the patient up by it before registering again.`,
  );
}
