import { column } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

const UPDATED_AT = shared.updatedAt();

export const SESSIONS: Report = {
  name: 'sessions',
  title: 'Sessions',
  description: 'One row a session. from and to are days of the session.',
  filters: shared.SESSION_FILTERS,
  columns: [
    shared.PATIENT,
    shared.COURSE,
    shared.SESSION,
    shared.RECORD,
    shared.STATE,
    column(
      'signed',
      'boolean',
      's.signed_at is not null',
      'Whether the session is signed. Unsigned ones may still change.',
    ),
    shared.PERFORMED_ON,
    shared.INDICATION,
    shared.SIDE,
    shared.SEX,
    shared.AGE_YEARS,
    shared.PRODUCT,
    column(
      'totalUnits',
      { type: 'number', unit: 'units of `product`' },
      'i.total_units',
      'Units given over all muscles. Never to be added or compared across products.',
    ),
    column('injections', 'integer', 'i.injections', 'Muscles injected, left and right counted apart.'),
    shared.INJECTOR,
    column('lots', 'list', `coalesce(v.lots, '{}')`, 'Lot numbers of the vials used.'),
    shared.TREATMENT,
    shared.CONTINUES,
    shared.updatedAtColumn(UPDATED_AT),
  ],
  from: `${shared.SESSION_COURSE_PATIENT}
    left join lateral (
      select sum(units) as total_units, count(*) as injections from injection where session_id = s.id) i on true
    left join lateral (
      select array_agg(distinct lot_number order by lot_number) as lots from session_vial where session_id = s.id) v on true`,
  where: `${shared.COUNTS} and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 's.performed_on, s.root_id, s.created_at, s.id',
};
