import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { TREND_TIERS } from '../../clinical/watch/trend-state';
import { column } from '../files/column';
import type { Report } from '../report';

/** Ours (P), and not settable: rates of two clinics, or of two years, compare only where all count alike. */
const OBSERVED_AFTER_LATEST_DAYS = 84;

export const FLAG_RATE: Report = {
  name: 'flag-rate',
  title: 'Flag rate',
  description:
    'How often the decline watch spoke in the twelve months before asOf, today on the clinic’s calendar if left out: flags opened per 100 patient-years, per tier and indication and per tier over all indications. ' +
    `A course counts from its first session until ${OBSERVED_AFTER_LATEST_DAYS} days after its latest one. A rate that moves without a change of rules shows that something else has changed.`,
  filters: ['indication', 'asOf'],
  columns: [
    column('tier', { type: 'text', values: TREND_TIERS }, 't.tier', 'What the flag asked for.'),
    column(
      'indication',
      { type: 'text', values: INDICATION_SLUGS },
      `case when grouping(y.indication) = 0 then y.indication end`,
      'What was treated; empty: over all indications.',
    ),
    column('flags', 'integer', 'coalesce(sum(f.flags), 0)::int', 'Flags opened.'),
    column(
      'patientYears',
      { type: 'number', unit: 'years' },
      'round(sum(y.years), 2)',
      'Time that the courses were looked at.',
    ),
    column(
      'per100PatientYears',
      { type: 'number', unit: 'per 100 patient-years' },
      'round(100 * coalesce(sum(f.flags), 0) / nullif(sum(y.years), 0), 2)',
      'Flags opened per 100 patient-years; empty without any course in that time.',
    ),
  ],
  with: `observed as (
    select c.id, c.indication, greatest(0,
      least($6::date, max(s.performed_on) + ${OBSERVED_AFTER_LATEST_DAYS}, coalesce(c.ended_on, $6::date))
        - greatest($6::date - 365, min(s.performed_on))) as days
    from course c join injection_session s on s.course_id = c.id and s.voided_at is null and s.replaced_at is null
    group by c.id),
  years as (select indication, sum(days) / 365.25 as years from observed group by indication),
  flags as (
    select c.indication, f.tier, count(*) as flags
    from review_flag f join course c on c.id = f.course_id
    where f.opens_on > $6::date - 365 and f.opens_on <= $6::date
    group by c.indication, f.tier)`,
  from: `years y
    cross join unnest(array['${TREND_TIERS.join("', '")}']) with ordinality t (tier, place)
    left join flags f on f.indication = y.indication and f.tier = t.tier`,
  where: `($3::text[] is null or y.indication = any ($3))
    and $1::date is null and $2::date is null and $4::text[] is null and $5::timestamptz is null`,
  groupBy: 'grouping sets ((t.place, t.tier, y.indication), (t.place, t.tier))',
  orderBy: 'grouping(y.indication) desc, y.indication, t.place',
};
