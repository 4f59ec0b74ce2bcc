import type { EntityManager } from 'typeorm';
import { BALANCE } from './balance.query';
import type { PlainDate } from '../../clinical/calendar';
import { usableUntil } from '../../clinical/supply/stocked-vial';
import type { ToxinProduct } from '../../clinical/units';
import type { Role } from '../../platform/actor';
import type { Clinic } from '../../platform/clinic';
import { may } from '../../platform/permissions';
import type { LotPatientView, LotView, StockVialView, VialState } from './supply.dto';

export interface LotSearch {
  readonly id?: string;
  readonly product?: ToxinProduct;
  readonly lotNumber?: string;
  readonly updatedSince?: string;
  /** Expiry and id of the last one shown. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Lots with how many vials they have, the first to expire first. */
export function findLots(db: EntityManager, search: LotSearch): Promise<LotView[]> {
  const { id, product, lotNumber, after: [expiresOn, lastId] = [], limit } = search;
  return db.query<LotView[]>(LOTS, [id, product, lotNumber, expiresOn, lastId, limit, search.updatedSince]);
}

const LOTS = `
select l.id, l.product, l.lot_number as "lotNumber", l.expires_on as "expiresOn", l.vial_units as "vialUnits", l.gtin,
  l.supplier, l.patient_id as "patientId", l.ordered_on as "orderedOn", l.shipped_on as "shippedOn",
  l.arrived_on as "arrivedOn", l.fridge, l.held_at as "heldAt", l.hold_reason as "holdReason",
  l.released_at as "releasedAt", l.released_by as "releasedBy", l.release_reason as "releaseReason",
  (select count(*)::int from vial v where v.lot_id = l.id) as vials,
  (select count(*)::int from vial v where v.lot_id = l.id and v.opened_at is null and 
    ${BALANCE} = l.vial_units)
    as "vialsUnopened",
  l.version, l.created_at as "createdAt", greatest(l.updated_at, changed.at) as "updatedAt"
from lot l
left join lateral (select greatest(max(v.updated_at), max(m.moved_at)) as at from vial v left join vial_movement m on m.vial_id = v.id
  where v.lot_id = l.id) changed on true
where ($1::uuid is null or l.id = $1) and ($2::text is null or l.product = $2) and ($3::text is null or l.lot_number = $3)
  and ($4::date is null or (l.expires_on, l.id) > ($4, $5::uuid))
  and ($7::timestamptz is null or greatest(l.updated_at, changed.at) >= $7)
order by l.expires_on, l.id limit $6`;

/** The first day on which a vial of a lot was opened or given; null: none was. */
export async function firstUsedOn(db: EntityManager, lotId: string, zone: string): Promise<PlainDate | null> {
  const [first] = await db.query<{ day: PlainDate | null }[]>(
    `select min(day) as day from vial v cross join lateral (
      select (v.opened_at at time zone $2)::date as day
      union all select s.performed_on from (${USED_IN}) s) used where v.lot_id = $1`,
    [lotId, zone],
  );
  return first!.day;
}

export interface VialSearch {
  readonly id?: string;
  readonly product?: ToxinProduct;
  readonly lotId?: string;
  readonly usable?: boolean;
  /** Only those that were opened or drawn from and are not empty. */
  readonly begun?: boolean;
  readonly patientId?: string;
  readonly updatedSince?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

type VialRow = Omit<StockVialView, 'state' | 'usableUntil' | 'unitsLeft'> & {
  readonly balance: number;
  readonly arrivedOn: PlainDate | null;
};

/** Vials, the first to expire first. Doses of patients only for whoever may read sessions. */
export async function findVials(
  db: EntityManager,
  search: VialSearch,
  { clinic, role, now }: { readonly clinic: Clinic; readonly role: Role; readonly now: Date },
): Promise<StockVialView[]> {
  const { id, product, lotId, usable, patientId, after: [expiresOn, lastId] = [], limit } = search;
  const most = usable ? null : limit;
  const rows = await db.query<VialRow[]>(VIALS, [
    id,
    product,
    lotId,
    expiresOn,
    lastId,
    usable,
    patientId,
    clinic.today,
    most,
    search.updatedSince,
    search.begun,
  ]);
  const doses = may(role, 'session.read');
  const views = rows.map(({ balance, arrivedOn, sessionId, ...row }): StockVialView => {
    const state = stateOf({ ...row, balance, arrivedOn, sessionId });
    const until = row.reconstitutedAt && usableUntil(row.product, row.reconstitutedAt, clinic.rules);
    return {
      ...row,
      state,
      unitsLeft: sessionId === null || doses ? balance : null,
      usableUntil: until,
      sessionId: doses ? sessionId : null,
    };
  });
  return views.filter(({ usableUntil: until }) => !usable || until === null || until >= now).slice(0, limit);
}

function stateOf({ balance, arrivedOn, sessionId, openedAt }: VialRow): VialState {
  if (balance === 0) return 'empty';
  if (sessionId !== null) return 'used';
  if (openedAt !== null) return 'opened';
  return arrivedOn === null ? 'expected' : 'unopened';
}

const USED_IN = `
  select s.id, s.performed_on from session_vial sv join injection_session s on s.id = sv.session_id
  where sv.vial_id = v.id and s.replaced_at is null and s.voided_at is null`;

const VIALS = `
select v.id, v.lot_id as "lotId", l.product, l.lot_number as "lotNumber", l.expires_on as "expiresOn",
  l.vial_units as "vialUnits", v.serial, l.patient_id as "patientId", l.held_at is not null as "onHold",
  v.opened_at as "openedAt", v.reconstituted_at as "reconstitutedAt", v.diluent_ml as "diluentMl", v.storage,
  l.arrived_on as "arrivedOn", coalesce(m.balance, 0) as balance, u.id as "sessionId",
  v.version, v.created_at as "createdAt", greatest(v.updated_at, l.updated_at, m.moved_at) as "updatedAt"
from vial v join lot l on l.id = v.lot_id
left join lateral (${USED_IN} limit 1) u on true
left join lateral (select ${BALANCE} as balance, max(moved_at) as moved_at from vial_movement where vial_id = v.id) m on true
where ($1::uuid is null or v.id = $1) and ($2::text is null or l.product = $2) and ($3::uuid is null or l.id = $3)
  and ($4::date is null or (l.expires_on, v.id) > ($4, $5::uuid))
  and ($6::boolean is not true or (m.balance > 0 and u.id is null and l.held_at is null and l.arrived_on is not null
    and l.expires_on >= $8::date and (l.patient_id is null or l.patient_id = $7::uuid)))
  and ($11::boolean is not true or (m.balance > 0 and (v.opened_at is not null or u.id is not null)))
  and ($10::timestamptz is null or greatest(v.updated_at, l.updated_at, m.moved_at) >= $10)
order by l.expires_on, v.id limit $9`;

/** Who got something of a lot, as stock or as its number was typed; each session that counts, the latest first. */
export function patientsOfLot(
  db: EntityManager,
  { id, product, lotNumber }: Pick<LotView, 'id' | 'product' | 'lotNumber'>,
): Promise<LotPatientView[]> {
  return db.query<LotPatientView[]>(
    `select distinct p.id as "patientId", p.mrn, p.family_name as "familyName", p.given_name as "givenName", p.phone,
      p.deceased_on as "deceasedOn",
      s.id as "sessionId", s.course_id as "courseId", s.performed_on as "performedOn"
    from session_vial sv join injection_session s on s.id = sv.session_id
    join course c on c.id = s.course_id join patient p on p.id = c.patient_id
    left join vial v on v.id = sv.vial_id
    where s.replaced_at is null and s.voided_at is null
      and (v.lot_id = $1 or (sv.vial_id is null and s.product = $2 and lower(sv.lot_number) = lower($3)))
    order by "performedOn" desc, "sessionId"`,
    [id, product, lotNumber],
  );
}
