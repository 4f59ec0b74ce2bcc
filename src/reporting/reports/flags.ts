import { REVIEW_DECISIONS, FLAG_STATUSES } from '../../clinical/review/review-path';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { TREND_TIERS } from '../../clinical/watch/trend-state';
import { column, moment, pseudonym } from '../files/column';
import { filtered, type Report } from '../report';
import { COURSE, INDICATION, PATIENT, SIDE } from './shared-columns';

const UPDATED_AT = 'greatest(f.updated_at, v.reviewed_at, c.updated_at)';

export const FLAGS: Report = {
  name: 'flags',
  title: 'Flags and reviews',
  description:
    'One row a flag of the decline watch, with the latest decision about it and what was given next. from and to are days on which the flag opened.',
  filters: ['from', 'to', 'indication', 'product', 'updatedSince'],
  columns: [
    PATIENT,
    COURSE,
    pseudonym('flag', 'flag', 'f.id', 'Stands for the flag.'),
    INDICATION,
    SIDE,
    column('tier', { type: 'text', values: TREND_TIERS }, 'f.tier', 'What the flag asked for.'),
    column('cause', 'text', 'f.cause', 'What the watch saw; GET /catalog says what each means.'),
    column('openedOn', 'day', 'f.opens_on', 'Day on which it opened.'),
    column('status', { type: 'text', values: FLAG_STATUSES }, 'f.status', 'Whether somebody has decided.'),
    column('reviews', 'integer', 'v.reviews', 'Decisions about it, each change of mind counted.'),
    column(
      'decision',
      { type: 'text', values: REVIEW_DECISIONS },
      'v.decision',
      'The latest decision; empty: none yet.',
    ),
    column(
      'daysToDecision',
      { type: 'integer', unit: 'days' },
      'v.first_on - f.opens_on',
      'Days until the first decision.',
    ),
    column(
      'plannedProduct',
      { type: 'text', values: TOXIN_PRODUCTS },
      'v.planned_product',
      'What the decision switches to.',
    ),
    column(
      'nextProduct',
      { type: 'text', values: TOXIN_PRODUCTS },
      'n.product',
      'The product of the first treatment after the latest decision.',
    ),
    column(
      'nextImprovementPct',
      { type: 'number', unit: 'percent' },
      'n.improvement_pct',
      'Improvement after it, as the patient rates it.',
    ),
    column('ended', 'boolean', 'c.ended_on is not null', 'Whether the course has ended.'),
    moment(
      'updatedAt',
      UPDATED_AT,
      'When the flag, its reviews or the course last changed; what updatedSince looks at.',
    ),
  ],
  from: `review_flag f
    join course c on c.id = f.course_id
    left join lateral (
      select count(*)::int as reviews, max(r.reviewed_at) as reviewed_at,
        min((r.reviewed_at at time zone $7)::date) as first_on,
        (array_agg(r.decision order by r.ordinal desc))[1] as decision,
        (array_agg(r.planned_product order by r.ordinal desc))[1] as planned_product
      from review r where r.flag_id = f.id) v on true
    left join lateral (
      select s.product, p.improvement_pct from injection_session s left join response p on p.session_id = s.root_id
      where s.course_id = c.id and s.replaced_at is null and s.voided_at is null and s.continues_id is null
        and s.performed_on >= (v.reviewed_at at time zone $7)::date
      order by s.performed_on, s.created_at limit 1) n on true`,
  where: filtered({
    day: 'f.opens_on',
    indication: 'c.indication',
    product: 'c.planned_product',
    updatedAt: UPDATED_AT,
  }),
  orderBy: 'f.opens_on, f.id',
};
