import type { EntityManager } from 'typeorm';
import { findByNumber } from '../../records/patients/duplicates/taken-number';
import type { ToldMerge } from '../message/read-merge';
import { waiting, type Outcome } from './outcome';

/**
 * What becomes of a merge that a hospital tells: a person looks at both records and merges them, or not. It is done where
 * they have, or where nobody here has the number that is given up.
 */
export async function takeMerge(tx: EntityManager, { mrn, priorMrn }: ToldMerge): Promise<Outcome> {
  const prior = await findByNumber(tx, priorMrn);
  const goesOn = await findByNumber(tx, mrn);
  if (!prior)
    return {
      state: 'same',
      reason: `Nobody on record has number ${priorMrn}`,
      patientId: goesOn?.id ?? null,
    };
  if (!goesOn)
    return waiting(
      `The sender has put record number ${priorMrn} into ${mrn}, which nobody on record has: give the record that number`,
      prior.id,
    );
  if (prior.id === goesOn.id || prior.mergedInto === goesOn.id)
    return { state: 'done', reason: null, patientId: goesOn.id };
  return waiting(
    `The sender has put record number ${priorMrn} into ${mrn}: look whether they are the same person, and merge them on the patient's page`,
    prior.id,
  );
}
