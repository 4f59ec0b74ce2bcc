import { column } from '../files/column';
import { filtered, type Report } from '../report';
import { DISCARDED, PRODUCT, SESSION_VIALS } from './shared-columns';

export const VIAL_USE: Report = {
  name: 'vial-use',
  title: 'Use of vials',
  description:
    'What was given and thrown away, by product, lot and size of vial, of the vials that sessions name. Voided sessions do not count. from and to are days of the session. ' +
    'Units given are the content less what was thrown away; of a vial whose waste is not on record neither is known.',
  filters: ['from', 'to', 'indication', 'product'],
  columns: [
    PRODUCT,
    column('lotNumber', 'text', 'v.lot_number', 'Lot as recorded.'),
    column('expiresOn', 'day', 'v.expires_on', 'Last day of use of the lot.'),
    column(
      'vialUnits',
      { type: 'number', unit: 'units of `product`' },
      'v.vial_units',
      'Labelled content of a vial.',
    ),
    column('sessions', 'integer', 'count(distinct s.root_id)::int', 'Sessions that used a vial of it.'),
    column('vials', 'integer', 'count(*)::int', 'Vials used.'),
    column(
      'vialsWithWasteKnown',
      'integer',
      `count(${DISCARDED})::int`,
      'Vials of which it is on record what was thrown away, nothing included.',
    ),
    column(
      'unitsGiven',
      { type: 'number', unit: 'units of `product`' },
      `coalesce(sum(v.vial_units - ${DISCARDED}), 0)`,
      'Given, of the vials whose waste is known.',
    ),
    column(
      'unitsDiscarded',
      { type: 'number', unit: 'units of `product`' },
      `coalesce(sum(${DISCARDED}), 0)`,
      'Thrown away, of the vials whose waste is known.',
    ),
  ],
  from: `injection_session s
    join course c on c.id = s.course_id
    join ${SESSION_VIALS} on v.session_id = s.id`,
  where: `s.voided_at is null and s.replaced_at is null and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
  })}`,
  groupBy: 's.product, v.lot_number, v.expires_on, v.vial_units',
  orderBy: 's.product, v.lot_number, v.expires_on, v.vial_units',
};
