import { column } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

const UPDATED_AT = shared.updatedAt('r.updated_at');

export const RESPONSES: Report = {
  name: 'responses',
  title: 'Responses',
  description: 'One row a session whose response was asked for. from and to are days of the session.',
  filters: shared.SESSION_FILTERS,
  columns: [
    shared.PATIENT,
    shared.COURSE,
    shared.SESSION,
    shared.STATE_OF_NEWEST,
    shared.PERFORMED_ON,
    shared.INDICATION,
    shared.SIDE,
    shared.SEX,
    shared.AGE_YEARS,
    shared.PRODUCT,
    column('assessedOn', 'day', 'r.assessed_on', 'Day on which the response was judged.'),
    column(
      'onsetDays',
      { type: 'integer', unit: 'days' },
      'r.onset_on - s.performed_on',
      'From the session to the first effect.',
    ),
    column(
      'effectDays',
      { type: 'integer', unit: 'days' },
      'r.wore_off_on - s.performed_on',
      'From the session to the return of symptoms: the length of effect.',
    ),
    column(
      'stillEffectiveDays',
      { type: 'integer', unit: 'days' },
      'r.still_effective_on - s.performed_on',
      'From the session to a day on which the effect was still felt: without effectDays the length is at least this.',
    ),
    column(
      'improvementPct',
      { type: 'number', unit: 'percent' },
      'r.improvement_pct',
      'Improvement at the peak as the patient rates it, -100 to 100, higher is better.',
    ),
    column(
      'pgic',
      'integer',
      'r.pgic',
      'Patient global impression of change, 1 very much improved to 7 very much worse.',
    ),
    column('peakEffect', 'integer', 'r.peak_effect', 'Effect at the peak, 0 none to 4 marked improvement.'),
    shared.updatedAtColumn(UPDATED_AT),
  ],
  from: `${shared.SESSION_COURSE_PATIENT}
    join response r on r.session_id = s.root_id`,
  where: `s.replaced_at is null and ${shared.COUNTS} and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 's.performed_on, s.root_id',
};
