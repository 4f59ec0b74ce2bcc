import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/http/problem';
import { Hl7MessageRow } from './hl7-message.entity';

/** A message that waits for a person; whoever looks at it at the same time waits for them. */
export async function lockWaiting(tx: EntityManager, id: string): Promise<Hl7MessageRow> {
  const row = await tx.findOne(Hl7MessageRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new Problem('not-found', 'No such message.');
  if (row.state !== 'waiting')
    throw new Problem('conflict', `This message does not wait for anybody: it is ${row.state}.`);
  return row;
}
