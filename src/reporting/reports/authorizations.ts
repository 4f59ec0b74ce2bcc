import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { column, pseudonym } from '../files/column';
import { filtered, type Report } from '../report';

/** Potency units a billing unit, as `billingUnits` counts. */
const PER_BILLING_UNIT = `case a.product ${TOXIN_PRODUCTS.map((product) => `when '${product}' then ${PRODUCTS[product].unitsPerBillingUnit}`).join(' ')} end`;

export const AUTHORIZATIONS: Report = {
  name: 'authorizations',
  title: 'Authorizations',
  description:
    'Prior authorizations with what is left of each, those that end first coming first. from and to are last days; asOf is the day from which the days left are counted, today on the clinic’s calendar if left out. A session given in parts counts once.',
  filters: ['from', 'to', 'indication', 'product', 'asOf'],
  columns: [
    pseudonym(
      'patient',
      'patient',
      'a.patient_id',
      'Stands for the patient: the same in every report and every export of this clinic.',
    ),
    pseudonym('authorization', 'authorization', 'a.id', 'Stands for the authorization.'),
    column('product', { type: 'text', values: TOXIN_PRODUCTS }, 'a.product', 'What it is for.'),
    column(
      'indication',
      { type: 'text', values: INDICATION_SLUGS },
      'a.indication',
      'What it is for; empty: for every indication.',
    ),
    column('startsOn', 'day', 'a.starts_on', 'First day on which it holds.'),
    column('endsOn', 'day', 'a.ends_on', 'Last day on which it holds.'),
    column(
      'daysLeft',
      { type: 'integer', unit: 'days' },
      'a.ends_on - $6::date',
      'Days until then; below 0 once it has passed.',
    ),
    column(
      'billingUnitsApproved',
      { type: 'number', unit: 'billing units' },
      'a.billing_units_approved',
      'HCPCS billing units approved; empty: not limited.',
    ),
    column(
      'billingUnitsUsed',
      { type: 'number', unit: 'billing units' },
      'u.billing',
      'HCPCS billing units of the sessions given, a started one counting as whole in each.',
    ),
    column(
      'billingUnitsLeft',
      { type: 'number', unit: 'billing units' },
      'a.billing_units_approved - u.billing',
      'HCPCS billing units left; below 0 when more was given.',
    ),
    column('sessionsApproved', 'integer', 'a.sessions_approved', 'Sessions approved; empty: not limited.'),
    column('sessionsUsed', 'integer', 'u.sessions', 'Sessions given.'),
    column('sessionsLeft', 'integer', 'a.sessions_approved - u.sessions', 'Sessions left.'),
  ],
  from: `prior_authorization a
    cross join lateral (
      select coalesce(sum(ceil(g.units / (${PER_BILLING_UNIT}))), 0) as billing,
        count(distinct coalesce(s.continues_id, s.root_id))::int as sessions
      from course c
      join injection_session s on s.course_id = c.id and s.voided_at is null and s.replaced_at is null
        and s.product = a.product and s.performed_on between a.starts_on and a.ends_on
      cross join lateral (select sum(i.units) as units from injection i where i.session_id = s.id) g
      where c.patient_id = a.patient_id and (a.indication is null or c.indication = a.indication)) u`,
  where: filtered({ day: 'a.ends_on', indication: 'a.indication', product: 'a.product' }),
  orderBy: 'a.ends_on, a.id',
};
