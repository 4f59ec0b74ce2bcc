import { TOXIN_PRODUCTS } from '../../clinical/units';
import { column } from '../files/column';
import { filtered, type Report } from '../report';
import { BEGINS_TREATMENT, COURSE, INDICATION, PATIENT, SIDE } from './shared-columns';

export const RETENTION: Report = {
  name: 'retention',
  title: 'Retention',
  description:
    'One row a course that was treated: how long it has gone on, and whether it has ended; what a curve after Kaplan and Meier is drawn from. from and to are days of the first treatment. asOf, today on the clinic’s calendar if left out, is the day on which one looks: what ended later goes on.',
  filters: ['from', 'to', 'indication', 'product', 'asOf'],
  columns: [
    PATIENT,
    COURSE,
    INDICATION,
    SIDE,
    column(
      'firstProduct',
      { type: 'text', values: TOXIN_PRODUCTS },
      't.product',
      'The product of the first treatment.',
    ),
    column('firstOn', 'day', 't.first_on', 'Day of the first treatment.'),
    column('latestOn', 'day', 't.latest_on', 'Day of the latest treatment.'),
    column('treatments', 'integer', 't.treatments', 'Treatments until asOf.'),
    column(
      'ended',
      'boolean',
      'coalesce(c.ended_on <= $6::date, false)',
      'Whether the course had ended by asOf.',
    ),
    column(
      'endedOn',
      'day',
      'case when c.ended_on <= $6::date then c.ended_on end',
      'Day on which it ended.',
    ),
    column(
      'daysInTreatment',
      { type: 'integer', unit: 'days' },
      'least(c.ended_on, $6::date) - t.first_on',
      'Days from the first treatment to the end of the course, or to asOf where it goes on.',
    ),
  ],
  with: `treated as (
    select s.course_id, min(s.performed_on) as first_on, max(s.performed_on) as latest_on, count(*)::int as treatments,
      (array_agg(s.product order by s.performed_on, s.created_at))[1] as product
    from injection_session s
    where s.replaced_at is null and s.voided_at is null and s.performed_on <= $6::date and ${BEGINS_TREATMENT}
    group by s.course_id)`,
  from: 'treated t join course c on c.id = t.course_id',
  where: filtered({ day: 't.first_on', indication: 'c.indication', product: 't.product' }),
  orderBy: 't.first_on, c.id',
};
