import type { EntityManager } from 'typeorm';
import type { PharmacyVials, VisitStock } from '../../../clinical/readiness/stock-item';
import type { ToxinProduct } from '../../../clinical/units';
import { BALANCE } from '../balance.query';

type StockOfVisit = Omit<VisitStock, 'unitsPlanned'>;
type Row = PharmacyVials & { readonly product: ToxinProduct; readonly patientId: string | null };

/** What is here, and on its way for these patients: asked once, then by product and patient. */
export async function stockForVisits(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<(product: ToxinProduct, patientId: string) => StockOfVisit> {
  const rows = await db.query<Row[]>(STOCK, [patientIds]);
  const [kept] = await db.query<{ any: boolean }[]>('select exists (select from vial) as any');
  return (product, patientId) => {
    const of = rows.filter((row) => row.product === product);
    return {
      isKept: kept!.any,
      clinic: of.filter((row) => row.patientId === null && row.arrivedOn !== null),
      pharmacy: of.filter((row) => row.patientId === patientId),
    };
  };
}

/** Closed vials by lot; a pharmacy's lot may have been ordered before its vials are known. */
const STOCK = `
select l.product, l.patient_id as "patientId", l.expires_on as "expiresOn", l.ordered_on as "orderedOn",
  l.shipped_on as "shippedOn", l.arrived_on as "arrivedOn", coalesce(v.units, 0)::float as units
from lot l
left join lateral (
  select sum(${BALANCE}) as units from vial v where v.lot_id = l.id and v.opened_at is null
    and ${BALANCE} = l.vial_units) v on true
where l.held_at is null and (l.patient_id is null or l.patient_id = any($1::uuid[]))
  and (v.units > 0 or l.arrived_on is null)`;
