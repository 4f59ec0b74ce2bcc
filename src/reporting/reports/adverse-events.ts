import { EVENT_SEVERITIES } from '../../clinical/safety/side-effect-kinds';
import { column, pseudonym } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

const UPDATED_AT = shared.updatedAt('a.updated_at');

export const ADVERSE_EVENTS: Report = {
  name: 'adverse-events',
  title: 'Adverse events',
  description: 'One row a side effect. from and to are days of its onset.',
  filters: shared.SESSION_FILTERS,
  columns: [
    pseudonym('adverseEvent', 'adverse-event', 'a.id', 'Stands for the side effect.'),
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
    column('kind', 'text', 'a.kind', 'What kind of side effect.'),
    column(
      'severity',
      { type: 'text', values: EVENT_SEVERITIES },
      'a.severity',
      'How severe it was at its worst.',
    ),
    column('serious', 'boolean', 'a.serious', 'Death, danger to life, admission or lasting harm.'),
    column('onsetOn', 'day', 'a.onset_on', 'Day on which it began.'),
    column(
      'onsetDays',
      { type: 'integer', unit: 'days' },
      'a.onset_on - s.performed_on',
      'From the session to its beginning.',
    ),
    column('resolvedOn', 'day', 'a.resolved_on', 'Day on which it was gone.'),
    column(
      'durationDays',
      { type: 'integer', unit: 'days' },
      'a.resolved_on - a.onset_on',
      'From its beginning to its end.',
    ),
    shared.updatedAtColumn(UPDATED_AT),
  ],
  from: `${shared.SESSION_COURSE_PATIENT}
    join adverse_event a on a.session_id = s.root_id`,
  where: `s.replaced_at is null and ${shared.COUNTS} and ${filtered({
    day: 'a.onset_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 'a.onset_on, a.id',
};
