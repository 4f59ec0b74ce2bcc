import type { EntityManager } from 'typeorm';
import { BALANCE } from '../balance.query';
import type { PlainDate } from '../../../clinical/calendar';
import type { StockItemView } from './stock.dto';

/** What is here, by product and size of vial. */
export function stockItems(db: EntityManager, today: PlainDate): Promise<StockItemView[]> {
  return db.query<StockItemView[]>(STOCK, [today]);
}

const STOCK = `
with held as (
  select l.product, l.vial_units, l.expires_on, l.patient_id is null as own, l.held_at is not null as on_hold,
    l.arrived_on is not null as here, v.opened_at is not null as open,
    ${BALANCE} as balance,
    exists (select from session_vial sv join injection_session s on s.id = sv.session_id
      where sv.vial_id = v.id and s.replaced_at is null and s.voided_at is null) as used
  from vial v join lot l on l.id = v.lot_id
), counted as (
  select *, own and here and not on_hold and expires_on >= $1::date and not open as usable from held where balance > 0 and not used
)
select product, vial_units as "vialUnits",
  count(*) filter (where usable)::int as vials,
  coalesce(sum(balance) filter (where usable), 0) as units,
  min(expires_on) filter (where usable) as "nextExpiresOn",
  count(*) filter (where open and expires_on >= $1::date)::int as "vialsOpen",
  count(*) filter (where on_hold)::int as "vialsOnHold",
  count(*) filter (where here and expires_on < $1::date)::int as "vialsExpired",
  count(*) filter (where not own)::int as "vialsForPatients"
from counted group by product, vial_units order by product, vial_units`;
