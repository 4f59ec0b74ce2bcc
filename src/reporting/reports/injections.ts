import { GUIDANCE } from '../../clinical/catalogue/guidance';
import { INJECTION_SIDES } from '../../clinical/catalogue/muscles';
import { column } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

const UPDATED_AT = shared.updatedAt();

export const INJECTIONS: Report = {
  name: 'injections',
  title: 'Injections',
  description:
    'One row a muscle and side in a session. from and to are days of the session. With updatedSince all injections of a changed record come: let them take the place of those known of it.',
  filters: shared.SESSION_FILTERS,
  columns: [
    shared.PATIENT,
    shared.COURSE,
    shared.SESSION,
    shared.RECORD,
    shared.STATE,
    column('position', 'integer', 'i.position', 'Place in the list of the session, from 0.'),
    shared.PERFORMED_ON,
    shared.INDICATION,
    shared.PRODUCT,
    column('muscle', 'text', 'i.muscle', 'Muscle by its anatomical name; GET /catalog/muscles lists them.'),
    column('muscleSide', { type: 'text', values: INJECTION_SIDES }, 'i.side', 'Side of the muscle.'),
    column(
      'units',
      { type: 'number', unit: 'units of `product`' },
      'i.units',
      'Units given. Never to be added or compared across products.',
    ),
    column('sites', 'integer', 'i.sites', 'Injection sites in this muscle.'),
    column('volumeMl', { type: 'number', unit: 'mL' }, 'i.volume_ml', 'Volume injected.'),
    column('guidance', { type: 'text', values: GUIDANCE }, 'i.guidance', 'How the muscle was found.'),
    shared.TREATMENT,
    shared.CONTINUES,
    shared.updatedAtColumn(UPDATED_AT),
  ],
  from: `${shared.SESSION_COURSE_PATIENT}
    join injection i on i.session_id = s.id`,
  where: `${shared.COUNTS} and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 's.performed_on, s.root_id, s.created_at, s.id, i.position',
};
