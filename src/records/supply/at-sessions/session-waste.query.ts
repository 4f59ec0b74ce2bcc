import type { EntityManager } from 'typeorm';
import { BALANCE } from '../balance.query';

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

/** Of a vial of which nothing was thrown away, nothing is said while it holds something. */
async function wastedOf(db: EntityManager, sessionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ vialId: string; units: number }[]>(WASTED, [sessionId]);
  return new Map(rows.map(({ vialId, units }) => [vialId, units]));
}

const WASTED = `
select v.id as "vialId", w.units
from session_vial s join vial v on v.id = s.vial_id
cross join lateral (
  select coalesce(sum(case 'waste' when to_account then units when from_account then -units end), 0) as units
  from vial_movement where vial_id = v.id) w
where s.session_id = $1 and (w.units > 0 or ${BALANCE} = 0)`;
