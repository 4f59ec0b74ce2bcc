import type { PlainDate } from '../../clinical/calendar';
import { DUE_BASES } from '../../clinical/due/due-forecast';
import { DUE_STATUSES, dueStatusOn } from '../../clinical/due/due-status';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { column, derived, moment, pseudonym } from '../files/column';
import { filtered, type Report } from '../report';
import { COURSE, INDICATION, PATIENT, SIDE } from './shared-columns';

const UPDATED_AT = 'greatest(a.assessed_at, c.updated_at, b.updated_at)';

export const DUE_FORECAST: Report = {
  name: 'due-forecast',
  title: 'Due forecast',
  description:
    'One row a course that goes on. from and to are due days; asOf is the day from which the row is looked at, today on the clinic’s calendar if left out. ' +
    'dueStatus and daysOverdue move on with the days without the row being updated.',
  filters: ['from', 'to', 'indication', 'product', 'updatedSince', 'asOf'],
  columns: [
    PATIENT,
    COURSE,
    column(
      'listed',
      'boolean',
      'a.listed',
      'false: the course has ended. Such rows come only with updatedSince, so that a copy can drop them.',
    ),
    INDICATION,
    SIDE,
    column(
      'product',
      { type: 'text', values: TOXIN_PRODUCTS },
      'c.planned_product',
      'The product planned for the next session.',
    ),
    pseudonym('injector', 'person', 'a.injector_id', 'Stands for the person who injected last.'),
    column('anchorOn', 'day', 'a.anchor_on', 'Day of the latest session; empty before the first.'),
    column('earliestOn', 'day', 'a.earliest_on', 'The next session may not be before.'),
    column('dueOn', 'day', 'a.due_on', 'The next session is due.'),
    column('bookOn', 'day', 'a.book_on', 'The due day, or the next day that the clinic is open.'),
    column('overdueFrom', 'day', 'a.overdue_from', 'From this day on the session is overdue.'),
    column('basis', { type: 'text', values: DUE_BASES }, 'a.basis', 'What the due day is made from.'),
    column('asOf', 'day', '$6::date', 'The day from which this row is looked at.'),
    derived<PlainDate | null>(
      {
        name: 'dueStatus',
        type: 'text',
        sql: 'a.due_on',
        description: 'How the course stands on that day.',
        values: DUE_STATUSES,
      },
      (dueOn, { asOf, due }) => dueStatusOn(asOf, dueOn === null ? undefined : { dueOn }, due).dueStatus,
    ),
    derived<PlainDate | null>(
      {
        name: 'daysOverdue',
        type: 'integer',
        sql: 'a.due_on',
        description: 'Days overdue on that day, 1 on the first; 0 until then.',
        unit: 'days',
      },
      (dueOn, { asOf, due }) => dueStatusOn(asOf, dueOn === null ? undefined : { dueOn }, due).daysOverdue,
    ),
    column(
      'booked',
      'boolean',
      'b.booked is true',
      'Whether an appointment is booked for that day or later.',
    ),
    column(
      'onHold',
      'boolean',
      'coalesce(a.hold_until_on > $6, false)',
      'Whether a hold keeps the course waiting beyond that day.',
    ),
    column(
      'wearsOffEarly',
      'boolean',
      `coalesce(a.effect_window ->> 'earlyText' is not null, false)`,
      'Whether the effect usually ends more than two weeks before the earliest day: no interval helps this patient.',
    ),
    moment(
      'updatedAt',
      UPDATED_AT,
      'When anything that this row is made from last changed; what updatedSince looks at.',
    ),
  ],
  from: `course_assessment a
    join course c on c.id = a.course_id
    left join lateral (
      select max(updated_at) as updated_at,
        bool_or(status = 'booked' and starts_at >= $6::date::timestamp at time zone $7::text) as booked
      from appointment where course_id = a.course_id) b on true`,
  where: `($5::timestamptz is not null or a.listed) and ${filtered({
    day: 'a.due_on',
    indication: 'c.indication',
    product: 'c.planned_product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 'a.due_on, a.course_id',
};
