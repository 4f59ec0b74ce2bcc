import type { EntityManager } from 'typeorm';
import { BALANCE } from '../balance.query';
import { addDays } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import {
  forecastStock,
  type ExpectedVisit,
  type StockedVials,
} from '../../../clinical/supply/stock-forecast';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import type { Clinic } from '../../../platform/clinic';
import type { Given } from '../../../platform/http/updates/whole-list.dto';
import type { GivenBeforeView, StockForecastView } from './stock.dto';

type Of<T> = T & { readonly product: ToxinProduct };

const FORECAST_WEEKS = 12;

/** What the due days of the next weeks need of each product that somebody is due for or that is here. */
export async function stockForecast(
  db: EntityManager,
  { today, zone, due }: Clinic,
): Promise<Given<StockForecastView>> {
  const untilOn = addDays(today, FORECAST_WEEKS * 7);
  const visits = await db.query<Of<ExpectedVisit>[]>(VISITS, [
    today,
    untilOn,
    addDays(today, -due.lapseDays),
    zone,
  ]);
  const stock = await db.query<Of<StockedVials>[]>(STOCK, [today]);
  const given = await db.query<Of<GivenBeforeView>[]>(GIVEN, [addDays(today, -FORECAST_WEEKS * 7), today]);
  const products = TOXIN_PRODUCTS.filter((product) =>
    [...visits, ...stock, ...given].some((row) => row.product === product),
  );
  const items = products.map((product) => {
    const here = stock.filter((row) => row.product === product);
    const forecast = forecastStock(
      visits.filter((row) => row.product === product),
      here,
      { sizes: PRODUCTS[product].vialUnits, untilOn },
    );
    const unitsInStock = here.reduce((sum, { vialUnits, vials }) => sum + vialUnits * vials, 0);
    const { sessions = 0, unitsGiven = 0 } = given.find((row) => row.product === product) ?? {};
    return { product, unitsInStock, ...forecast, givenBefore: { sessions, unitsGiven } };
  });
  return { asOf: today, untilOn, items };
}

/**
 * Who is booked is counted on that day, who is on hold on the day after it; whose due day is past has no day until they are booked.
 * Nobody who lapsed, nor whose pharmacy sends a vial. A session and what continues it are one, with the units of both. `$4` is the clinic's zone.
 */
const VISITS = `
select c.planned_product as product, coalesce(b.booked_on,
    case when greatest(a.due_on, a.hold_until_on) >= $1::date then greatest(a.due_on, a.hold_until_on) end) as on,
  (select sum(i.units)::float from injection_session p join injection i on i.session_id = p.id
    where p.course_id = c.id and p.replaced_at is null and p.voided_at is null and p.product = c.planned_product
      and coalesce(p.continues_id, p.root_id) = (
        select s.root_id from injection_session s
        where s.course_id = c.id and s.replaced_at is null and s.voided_at is null and s.continues_id is null
        order by s.performed_on desc, s.created_at desc limit 1)) as units
from course_assessment a join course c on c.id = a.course_id
cross join lateral (
  select (min(x.starts_at) at time zone $4)::date as booked_on from appointment x
  where x.course_id = c.id and x.status = 'booked' and x.starts_at >= ($1::date::timestamp at time zone $4)) b
where a.listed and (a.due_on > $3::date or (a.due_on is not null and b.booked_on is not null))
  and coalesce(b.booked_on, greatest(a.due_on, a.hold_until_on)) < $2::date
  and not exists (
    select from lot l join vial v on v.lot_id = l.id
    where l.patient_id = a.patient_id and l.product = c.planned_product and l.expires_on >= $1::date and l.held_at is null
      and ${BALANCE} > 0)`;

const STOCK = `
select l.product, l.vial_units as "vialUnits", l.expires_on as "expiresOn", count(*)::int as vials
from vial v join lot l on l.id = v.lot_id
where l.patient_id is null and l.arrived_on is not null and l.held_at is null and l.expires_on >= $1::date and v.opened_at is null
  and ${BALANCE} = l.vial_units
group by l.product, l.vial_units, l.expires_on`;

/** Sessions from a day on and before another, as they count; a part that continues a session is none of its own. */
const GIVEN = `
select s.product, count(distinct coalesce(s.continues_id, s.root_id))::int as sessions, sum(i.units)::float as "unitsGiven"
from injection_session s join injection i on i.session_id = s.id
where s.performed_on >= $1::date and s.performed_on < $2::date and s.replaced_at is null and s.voided_at is null
group by s.product`;
