import type { EntityManager } from 'typeorm';

interface SessionVials<V> {
  readonly id: string;
  readonly vials: readonly V[];
}

/** The vials of a session, each of the stock with all that was thrown away of it, then or later. */
export async function withAllWaste<
  V extends { readonly vialId: string | null; readonly unitsDiscarded: number | null },
>(db: EntityManager, { id, vials }: SessionVials<V>): Promise<readonly V[]> {
  if (vials.every(({ vialId }) => vialId === null)) return vials;
  const wasted = await wastedOf(db, id);
  return vials.map((vial) => ({
    ...vial,
    unitsDiscarded: wasted.get(vial.vialId ?? '') ?? vial.unitsDiscarded,
  }));
}

/** Of a vial of which nothing was thrown away, nothing is said. */
async function wastedOf(db: EntityManager, sessionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ vialId: string; units: number }[]>(WASTED, [sessionId]);
  return new Map(rows.map(({ vialId, units }) => [vialId, units]));
}

const WASTED = `
select m.vial_id as "vialId", sum(case when m.to_account = 'waste' then m.units else -m.units end) as units
from session_vial s join vial_movement m on m.vial_id = s.vial_id and 'waste' in (m.to_account, m.from_account)
where s.session_id = $1
group by m.vial_id having sum(case when m.to_account = 'waste' then m.units else -m.units end) > 0`;
