import { TOXIN_PRODUCTS } from '../../clinical/units';
import { BALANCE } from '../../records/supply/balance.query';
import { SUPPLIERS } from '../../records/supply/lot.entity';
import { column } from '../files/column';
import { filtered, type Report } from '../report';

export const EXPIRING_LOTS: Report = {
  name: 'expiring-lots',
  title: 'Expiring lots',
  description:
    'Lots in stock with closed vials, the first to expire first. from and to are last days of use; asOf is the day from which the days left are counted, today on the clinic’s calendar if left out. What is in stock is that of now, whatever asOf.',
  filters: ['from', 'to', 'product', 'asOf'],
  columns: [
    column('product', { type: 'text', values: TOXIN_PRODUCTS }, 'l.product', 'What is in the vials.'),
    column('lotNumber', 'text', 'l.lot_number', 'Lot as received.'),
    column('expiresOn', 'day', 'l.expires_on', 'Last day of use.'),
    column(
      'daysLeft',
      { type: 'integer', unit: 'days' },
      'l.expires_on - $6::date',
      'Days until then; below 0 once it has passed.',
    ),
    column(
      'vialUnits',
      { type: 'number', unit: 'units of `product`' },
      'l.vial_units',
      'Labelled content of a vial.',
    ),
    column('vialsUnopened', 'integer', 'v.vials', 'Closed vials.'),
    column(
      'unitsUnopened',
      { type: 'number', unit: 'units of `product`' },
      'v.vials * l.vial_units',
      'Their content together.',
    ),
    column(
      'supplier',
      { type: 'text', values: SUPPLIERS },
      'l.supplier',
      'The clinic’s own stock, or a pharmacy’s vial for one patient.',
    ),
    column('onHold', 'boolean', 'l.held_at is not null', 'Nothing may be drawn from it.'),
  ],
  from: `lot l
    cross join lateral (
      select count(*)::int as vials from vial v
      where v.lot_id = l.id and v.opened_at is null and ${BALANCE} = l.vial_units) v`,
  where: `v.vials > 0 and l.arrived_on is not null and ${filtered({
    day: 'l.expires_on',
    indication: `null::text`,
    product: 'l.product',
  })}`,
  orderBy: 'l.expires_on, l.id',
};
