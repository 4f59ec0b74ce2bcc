import type { EntityManager } from 'typeorm';
import type { Role } from '../platform/actor';
import { may } from '../platform/permissions';
import { Hl7MessageRow, type Hl7State } from './hl7-message.entity';
import { deskText } from './message/desk-text';

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
     from hl7_message
     where patient_id = $1 and state in ('done', 'same') and type like 'ADT^%' and type <> 'ADT^A40'`,
    [patientId],
  );
  return row!;
}

interface MessageSearch {
  readonly state?: Hl7State;
  readonly updatedSince?: string;
  /** Moment and id of the last one shown. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Messages as they came, the last one first. */
export function findMessages(
  db: EntityManager,
  { state, updatedSince, after, limit }: MessageSearch,
): Promise<Hl7MessageRow[]> {
  const search = db.createQueryBuilder(Hl7MessageRow, 'message').where('true');
  if (state) search.andWhere('message.state = :state', { state });
  if (updatedSince) search.andWhere('message.updated_at >= :updatedSince', { updatedSince });
  if (after)
    search.andWhere('(message.received_at < :at or (message.received_at = :at and message.id > :id))', {
      at: after[0],
      id: after[1],
    });
  return search.orderBy('message.received_at', 'DESC').addOrderBy('message.id', 'ASC').limit(limit).getMany();
}

/** How many wait for a person. */
export function countWaitingMessages(db: EntityManager): Promise<number> {
  return db.countBy(Hl7MessageRow, { state: 'waiting' });
}

/** What somebody of a role may see of a message. */
export function textFor(role: Role, text: string): string {
  return may(role, 'hl7-text.read') ? text : deskText(text);
}
