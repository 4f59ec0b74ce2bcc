import { COURSE_SIDES, INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { SEXES } from '../../records/patients/patient.entity';
import { AGE_GROUP_NAMES, ageGroupSql, yearsSql } from '../deidentify/age';
import { column, derived } from '../files/column';
import { medianLength } from '../kaplan-meier';
import { filtered, type Report } from '../report';
import { BEGINS_TREATMENT } from './shared-columns';

const BREAKDOWNS = ['all', 'side', 'sex', 'age-group', 'side-sex-age-group'] as const;

/** `grouping()` has a bit a column that is left out, the last column lowest. */
const BREAKDOWN_SQL = `case grouping(t.side, t.sex, t.age_group)
    when 7 then 'all' when 3 then 'side' when 5 then 'sex' when 6 then 'age-group' else 'side-sex-age-group' end`;

export const OUTCOMES: Report = {
  name: 'outcomes',
  title: 'Outcomes',
  description:
    'What became of the sessions, per indication and product; for hemifacial spasm also by side, by sex, by age group and by all three. ' +
    'Groups of one breakdown are disjoint; those of two overlap and must not be added. Voided sessions do not count; a session and what completes it or touches it up are one. from and to are days of the session.',
  filters: ['from', 'to', 'indication', 'product'],
  columns: [
    column('indication', { type: 'text', values: INDICATION_SLUGS }, 't.indication', 'What was treated.'),
    column(
      'product',
      { type: 'text', values: TOXIN_PRODUCTS },
      't.product',
      'The product given. Nothing is added up over products.',
    ),
    column(
      'breakdown',
      { type: 'text', values: BREAKDOWNS },
      BREAKDOWN_SQL,
      'What the group is narrowed to, beside indication and product; all: to nothing.',
    ),
    column(
      'side',
      { type: 'text', values: COURSE_SIDES },
      't.side',
      'Side of the course, where the breakdown is by it.',
    ),
    column('sex', { type: 'text', values: SEXES }, 't.sex', 'Sex as recorded, where the breakdown is by it.'),
    column(
      'ageGroup',
      { type: 'text', values: AGE_GROUP_NAMES },
      't.age_group',
      'Age in completed years on the day of the session, where the breakdown is by it.',
    ),
    column('patients', 'integer', 'count(distinct t.patient_id)', 'Patients treated.'),
    column('sessions', 'integer', 'count(*)', 'Sessions given.'),
    column(
      'responses',
      'integer',
      'count(*) filter (where t.answered)',
      'Sessions whose response was asked for.',
    ),
    column(
      'improvementRatings',
      'integer',
      'count(t.improvement_pct)',
      'Sessions with an improvement as the patient rates it.',
    ),
    column(
      'medianImprovementPct',
      { type: 'number', unit: 'percent' },
      'percentile_cont(0.5) within group (order by t.improvement_pct::float8)',
      'Median of these ratings, -100 to 100, higher is better. Scales are not made into percent.',
    ),
    column(
      'effectsEnded',
      'integer',
      'count(t.ended_days)',
      'Sessions whose length of effect is known: symptoms returned before the next session.',
    ),
    column(
      'effectsOngoing',
      'integer',
      'count(t.ongoing_days)',
      'Sessions of which only a least length is known: the effect was still felt when last asked, or until the next session.',
    ),
    derived<{ ended: readonly number[] | null; ongoing: readonly number[] | null }>(
      {
        name: 'medianEffectDays',
        type: 'number',
        unit: 'days',
        sql: `jsonb_build_object(
    'ended', jsonb_agg(t.ended_days) filter (where t.ended_days is not null),
    'ongoing', jsonb_agg(t.ongoing_days) filter (where t.ongoing_days is not null))`,
        description:
          'Median length of effect after Kaplan and Meier, from the session to the return of symptoms: ongoing effects count as at least so long. ' +
          'Empty where fewer than half had ended: the median is not reached. Several sessions of one patient count each for itself.',
      },
      ({ ended, ongoing }) => medianLength(ended ?? [], ongoing ?? []),
    ),
    column(
      'adverseEvents',
      'integer',
      'coalesce(sum(t.adverse_events), 0)::integer',
      'Side effects recorded after these sessions.',
    ),
    column(
      'adverseEventsPer100Sessions',
      'number',
      'round(100.0 * coalesce(sum(t.adverse_events), 0) / count(*), 2)',
      'Side effects per 100 sessions. A session may have several, so it can exceed 100.',
    ),
  ],
  with: `given as (
  select s.*, min(s.performed_on) over (partition by s.course_id order by s.performed_on
      range between interval '1 day' following and unbounded following) as next_on
  from injection_session s where s.replaced_at is null and s.voided_at is null and ${BEGINS_TREATMENT}
    -- Earlier ones are not asked for, and none of them is the next of another.
    and ($1::date is null or s.performed_on >= $1)
),
-- Counted of all at once: of each session by itself, and for each column that tells of it, took longer than all the rest.
followed as (
  select counted.root_id, count(*) as adverse_events
  from adverse_event a join injection_session e on e.root_id = a.session_id
  cross join lateral (values (e.root_id), (e.continues_id)) as counted (root_id)
  where e.replaced_at is null and e.voided_at is null
  group by counted.root_id
),
treated as (
  select c.indication, s.product, c.patient_id, c.side, p.sex, s.performed_on,
    ${ageGroupSql(yearsSql('p.birth_date', 's.performed_on'))} as age_group,
    r.session_id is not null as answered, r.improvement_pct,
    -- As effectLength decides: from the next session on the new injection acts.
    case when r.wore_off_on >= s.performed_on and r.wore_off_on <= coalesce(s.next_on, 'infinity')
      then r.wore_off_on - s.performed_on end as ended_days,
    case when coalesce(r.wore_off_on, r.still_effective_on) >= s.performed_on
        and (r.wore_off_on is null or r.wore_off_on > s.next_on)
      then least(coalesce(r.wore_off_on, r.still_effective_on), s.next_on) - s.performed_on end as ongoing_days,
    coalesce(f.adverse_events, 0) as adverse_events
  from given s
  join course c on c.id = s.course_id
  join patient p on p.id = c.patient_id
  left join response r on r.session_id = s.root_id
  left join followed f on f.root_id = s.root_id
)`,
  from: 'treated t',
  where: filtered({ day: 't.performed_on', indication: 't.indication', product: 't.product' }),
  groupBy: `grouping sets ((t.indication, t.product), (t.indication, t.product, t.side), (t.indication, t.product, t.sex),
  (t.indication, t.product, t.age_group), (t.indication, t.product, t.side, t.sex, t.age_group))`,
  having: `grouping(t.side, t.sex, t.age_group) = 7 or t.indication = 'hemifacial_spasm'`,
  orderBy: `t.indication, t.product, grouping(t.side, t.sex, t.age_group) desc, t.side, t.sex,
  array_position('{${AGE_GROUP_NAMES.join()}}'::text[], t.age_group)`,
};
