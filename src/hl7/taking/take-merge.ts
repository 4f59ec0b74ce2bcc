import type { EntityManager } from 'typeorm';
import { findByNumber } from '../../records/patients/duplicates/taken-number';
import type { Patient } from '../../records/patients/patient.entity';
import type { ToldMerge } from '../message/read-merge';
import { waiting, type Outcome } from './outcome';

/** The two records of which a hospital says that they are of one person, as far as they are here. */
export interface ProposedRecords {
  readonly prior?: Patient;
  readonly goesOn?: Patient;
}

/**
 * What becomes of a merge that a hospital tells: a person looks at both records and merges them, or not. It is done where
 * they have, or where nobody here has the number that is given up.
 */
export async function takeMerge(tx: EntityManager, told: ToldMerge): Promise<Outcome> {
  return outcomeOf(told, await proposedRecords(tx, told));
}

export async function proposedRecords(
  db: EntityManager,
  { mrn, priorMrn }: ToldMerge,
): Promise<ProposedRecords> {
  return { prior: await findByNumber(db, priorMrn), goesOn: await findByNumber(db, mrn) };
}

export function outcomeOf({ mrn, priorMrn }: ToldMerge, { prior, goesOn }: ProposedRecords): Outcome {
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
