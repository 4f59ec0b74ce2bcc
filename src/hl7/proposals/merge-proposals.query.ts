import type { EntityManager } from 'typeorm';
import type { Patient } from '../../records/patients/patient.entity';
import { Hl7MessageRow } from '../hl7-message.entity';
import { readMerge, type ToldMerge } from '../message/read-merge';
import { parseMessage } from '../message/read-message';
import { outcomeOf, proposedRecords } from '../taking/take-merge';

/** A merge that a hospital has told and nobody here has decided. */
export interface ProposedMerge {
  readonly message: Hl7MessageRow;
  readonly told: ToldMerge;
  /** The record that would be given up. */
  readonly prior: Patient;
  /** The record that would go on; undefined: nobody on record has its number. */
  readonly into?: Patient;
}

/** More have never waited: a clinic looks at a few a week. */
const MOST = 50;

/** The merges that wait, the latest told first; of one patient, those in which their record takes part. */
export async function proposedMerges(db: EntityManager, patientId?: string): Promise<ProposedMerge[]> {
  const messages = await db.find(Hl7MessageRow, {
    where: { type: 'ADT^A40', state: 'waiting' },
    order: { receivedAt: 'DESC', id: 'ASC' },
    take: MOST,
  });
  const found: ProposedMerge[] = [];
  for (const message of messages) {
    const told = readMerge(parseMessage(message.text));
    const { prior, goesOn: into } = await proposedRecords(db, told);
    if (!prior || outcomeOf(told, { prior, goesOn: into }).state !== 'waiting') continue;
    if (patientId === undefined || prior.id === patientId || into?.id === patientId)
      found.push({ message, told, prior, into });
  }
  return found;
}

/** Whose records are named. */
export function namedIn(proposed: readonly ProposedMerge[]): string[] {
  return proposed.flatMap(({ prior, into }) => [prior.id, ...(into ? [into.id] : [])]);
}
