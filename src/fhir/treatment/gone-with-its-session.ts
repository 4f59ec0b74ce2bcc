import type { EntityManager } from 'typeorm';
import { isId } from '../../platform/http/validation';

/** Why is there nothing of this session any more? The id begins with that of its session. */
export async function goneWithItsSession(db: EntityManager, id: string): Promise<string | undefined> {
  const rootId = id.slice(0, 36);
  if (!isId(rootId)) return undefined;
  const [row] = await db.query<{ voided: boolean }[]>(
    `select voided_at is not null as voided from injection_session where root_id = $1 and replaced_at is null
      and (voided_at is not null or root_id <> id)`,
    [rootId],
  );
  if (row === undefined) return undefined;
  return row.voided
    ? `Its session was voided: see Procedure/${rootId}.`
    : `Its session was corrected and has no such row any more: see Procedure/${rootId}.`;
}
