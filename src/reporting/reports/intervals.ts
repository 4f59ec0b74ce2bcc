import { column } from '../files/column';
import { filtered, type Report } from '../report';
import {
  BEGINS_TREATMENT,
  COURSE,
  INDICATION,
  PATIENT,
  PERFORMED_ON,
  PRODUCT,
  SESSION,
} from './shared-columns';

export const INTERVALS: Report = {
  name: 'intervals',
  title: 'Intervals',
  description:
    'One row a treatment: how long until the next one of its course, and how many of these days were without effect. Voided sessions do not count; a session and what completes it or touches it up are one. from and to are days of the session. asOf, today on the clinic’s calendar if left out, is the day until which a treatment without a next one is followed.',
  filters: ['from', 'to', 'indication', 'product', 'asOf'],
  columns: [
    PATIENT,
    COURSE,
    SESSION,
    INDICATION,
    PRODUCT,
    PERFORMED_ON,
    column('nextOn', 'day', 's.next_on', 'Day of the next treatment of the course; empty: none until asOf.'),
    column(
      'intervalDays',
      { type: 'integer', unit: 'days' },
      's.next_on - s.performed_on',
      'Days until the next treatment.',
    ),
    column(
      'followedDays',
      { type: 'integer', unit: 'days' },
      'least(s.next_on, c.ended_on, $6::date) - s.performed_on',
      'Days until the next treatment, the end of the course or asOf, whichever came first.',
    ),
    column(
      'effectDays',
      { type: 'integer', unit: 'days' },
      'case when r.wore_off_on <= coalesce(s.next_on, $6::date) then r.wore_off_on - s.performed_on end',
      'Days until the effect had worn off; empty: not known, or it lasted until the next treatment.',
    ),
    column(
      'daysWithoutEffect',
      { type: 'integer', unit: 'days' },
      `case when r.wore_off_on >= s.performed_on
        then greatest(0, least(s.next_on, c.ended_on, $6::date) - r.wore_off_on) end`,
      'Days followed after the effect had worn off; empty: not known when it did.',
    ),
  ],
  with: `given as (
    select s.*, lead(s.performed_on) over (partition by s.course_id order by s.performed_on, s.created_at) as next_on
    from injection_session s
    where s.replaced_at is null and s.voided_at is null and s.performed_on <= $6::date and ${BEGINS_TREATMENT})`,
  from: `given s
    join course c on c.id = s.course_id
    left join response r on r.session_id = s.root_id`,
  where: filtered({ day: 's.performed_on', indication: 'c.indication', product: 's.product' }),
  orderBy: 's.course_id, s.performed_on, s.created_at',
};
