import type { EntityManager } from 'typeorm';
import type { StockedVial } from '../../clinical/supply/stocked-vial';
import type { Storage } from './stock-vial.entity';

/** A vial with its lot, what it holds, and who uses it. */
export interface VialFacts extends StockedVial {
  readonly id: string;
  readonly lotId: string;
  readonly vialUnits: number;
  readonly openedAt: Date | null;
  readonly reconstitutedAt: Date | null;
  readonly diluentMl: number | null;
  readonly storage: Storage | null;
  /** What the session itself took, net. */
  readonly ownGiven: number;
  readonly ownDiscarded: number;
}

/** The vials by their ids, seen by one session. */
export async function vialFacts(
  db: EntityManager,
  ids: readonly string[],
  sessionRootId?: string,
): Promise<ReadonlyMap<string, VialFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<Omit<VialFacts, 'held' | 'drawnBefore'>[]>(SELECT, [ids, sessionRootId]);
  return new Map(
    rows.map((row) => {
      const held = (row as unknown as { balance: number }).balance + row.ownGiven + row.ownDiscarded;
      return [row.id, { ...row, held, drawnBefore: row.ownGiven > 0 || row.ownDiscarded > 0 }];
    }),
  );
}

/** Vials that a session has drawn from. */
export async function vialsDrawnBy(db: EntityManager, sessionRootId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    'select distinct vial_id as id from vial_movement where session_root_id = $1',
    [sessionRootId],
  );
  return rows.map(({ id }) => id);
}

const SELECT = `
select v.id, v.lot_id as "lotId", l.product, l.lot_number as "lotNumber", l.expires_on as "expiresOn",
  l.vial_units as "vialUnits", l.patient_id as "patientId", l.arrived_on as "arrivedOn", l.hold_reason as "holdReason",
  v.opened_at as "openedAt", v.reconstituted_at as "reconstitutedAt", v.diluent_ml as "diluentMl", v.storage,
  coalesce(m.balance, 0) as balance, coalesce(m.given, 0) as "ownGiven", coalesce(m.discarded, 0) as "ownDiscarded",
  (select max(s.performed_on) from session_vial sv join injection_session s on s.id = sv.session_id
    where sv.vial_id = v.id and s.replaced_at is null and s.voided_at is null and s.root_id is distinct from $2::uuid) as "usedOn"
from vial v join lot l on l.id = v.lot_id
left join lateral (
  select sum(case when to_account = 'vial' then units else -units end) as balance,
    sum(case when session_root_id = $2::uuid then case 'patient' when to_account then units when from_account then -units end end) as given,
    sum(case when session_root_id = $2::uuid then case 'waste' when to_account then units when from_account then -units end end) as discarded
  from vial_movement where vial_id = v.id) m on true
where v.id = any($1::uuid[])`;
