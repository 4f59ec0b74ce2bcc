import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { ruleRow, type RuleId } from '../../clinical/rules';
import { column } from '../files/column';
import { filtered, type Report } from '../report';

/** A threshold as the clinic has it. */
const setting = (id: RuleId): string =>
  `(select coalesce((rule_values ->> '${id}')::numeric, ${ruleRow(id).value}) from clinic_setting)`;

const atPeak = (day: string): string =>
  `${day} - s.performed_on between ${setting('S22.peak.scored.from')} and ${setting('S22.peak.scored.to')}`;

const share = (name: string, counted: string, description: string) =>
  column(name, { type: 'number', unit: 'percent' }, `round(100.0 * ${counted} / count(*), 1)`, description);

const PEAK = 'count(*) filter (where g.peak)';
const WEAR_OFF = 'count(*) filter (where g.wear_off)';
const ANSWER = 'count(*) filter (where g.answer)';

export const COMPLETENESS: Report = {
  name: 'completeness',
  title: 'Completeness',
  description:
    'Of how many sessions of a month it is known how much and how long they helped: one row a month and indication, and one a month over all indications. from and to are days of the session. ' +
    'What is asked weeks later counts in the month of its session.',
  filters: ['from', 'to', 'indication', 'product'],
  columns: [
    column('month', 'text', `to_char(g.month, 'YYYY-MM')`, 'Month of the sessions.'),
    column(
      'indication',
      { type: 'text', values: INDICATION_SLUGS },
      'case when grouping(g.indication) = 0 then g.indication end',
      'What was treated; empty: over all indications.',
    ),
    column('sessions', 'integer', 'count(*)::int', 'Sessions given, without those that continue another.'),
    column(
      'withPeakReading',
      'integer',
      `(${PEAK})::int`,
      'Sessions with a rating, PGIC, peak effect or scale of a day on which it is scored as the peak.',
    ),
    share('peakReadingPct', PEAK, 'Their share of the sessions.'),
    column('withWearOffDay', 'integer', `(${WEAR_OFF})::int`, 'Sessions whose wear-off day is on record.'),
    share('wearOffDayPct', WEAR_OFF, 'Their share of the sessions.'),
    column(
      'withPatientAnswer',
      'integer',
      `(${ANSWER})::int`,
      'Sessions of which the patient was asked by telephone, on the tablet or in person, confirmed or not.',
    ),
    share('patientAnswerPct', ANSWER, 'Their share of the sessions.'),
  ],
  with: `given as (
    select date_trunc('month', s.performed_on)::date as month, c.indication,
      (exists (
        select from response r where r.session_id = s.root_id
          and coalesce(r.improvement_pct, r.pgic, r.peak_effect) is not null and ${atPeak('r.assessed_on')})
      or exists (
        select from measurement m where m.session_id = s.root_id and m.phase = 'peak' and ${atPeak('m.measured_on')})) as peak,
      exists (select from response r where r.session_id = s.root_id and r.wore_off_on is not null) as wear_off,
      exists (select from patient_answer w where w.session_id = s.root_id) as answer
    from injection_session s join course c on c.id = s.course_id
    where s.voided_at is null and s.replaced_at is null and s.continues_id is null
      and ${filtered({ day: 's.performed_on', indication: 'c.indication', product: 's.product' })})`,
  from: 'given g',
  where: 'true',
  groupBy: 'grouping sets ((g.month, g.indication), (g.month))',
  orderBy: 'g.month, grouping(g.indication) desc, g.indication',
};
