import type { EntityManager } from 'typeorm';

export interface ToldSoFar {
  /** The latest that a message told which was taken; null: none was. */
  readonly latestToldAt: Date | null;
  /** When a message last wrote to the record. */
  readonly writtenAt: Date | null;
}

/** What messages have told of a patient. After the lock on the patient. */
export async function toldSoFar(tx: EntityManager, patientId: string): Promise<ToldSoFar> {
  const [row] = await tx.query<ToldSoFar[]>(
    `select max(occurred_at) as "latestToldAt", max(updated_at) filter (where state = 'done') as "writtenAt"
     from hl7_message where patient_id = $1 and state in ('done', 'same') and type like 'ADT^%'`,
    [patientId],
  );
  return row!;
}
