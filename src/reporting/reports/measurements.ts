import { scaleRank, scaleValueOfText, SCALE_SLUGS } from '../../clinical/catalogue/scales';
import { MEASURED_GROUPS } from '../../clinical/catalogue/anatomy/muscle-groups';
import { MEASUREMENT_PHASES } from '../../clinical/treated-session';
import { column, derived } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

const UPDATED_AT = shared.updatedAt('r.updated_at');

export const MEASUREMENTS: Report = {
  name: 'measurements',
  title: 'Measurements',
  description:
    'One row a scale, phase and muscle group of a session. from and to are days of the session. With updatedSince all measurements of a changed session come: let them take the place of those known of it.',
  filters: shared.SESSION_FILTERS,
  columns: [
    shared.PATIENT,
    shared.COURSE,
    shared.SESSION,
    shared.STATE_OF_NEWEST,
    shared.PERFORMED_ON,
    shared.INDICATION,
    shared.PRODUCT,
    column(
      'scale',
      { type: 'text', values: SCALE_SLUGS },
      'm.scale',
      'The scale; GET /catalog/scales says range and direction.',
    ),
    column(
      'phase',
      { type: 'text', values: MEASUREMENT_PHASES },
      'm.phase',
      'When in the cycle it was taken. A response is judged at the peak.',
    ),
    column(
      'of',
      { type: 'text', values: MEASURED_GROUPS },
      "nullif(m.muscle_group, '')",
      'The muscle group that it was taken of; empty: of the whole.',
    ),
    column(
      'value',
      'text',
      'm.value',
      'The value as recorded; for graded scales the label of the grade, such as 1+.',
    ),
    derived<readonly [string, string]>(
      {
        name: 'number',
        type: 'number',
        sql: 'array[m.scale, m.value]',
        description:
          'The value as a number; for graded scales its place in the order of grades, 0 for the mildest.',
      },
      ([scale, value]) => numberOf(scale, value),
    ),
    column(
      'domains',
      'text',
      "array_to_string(m.domains, ' ')",
      'What a total is made of: for MIDAS its five domains.',
    ),
    column('measuredOn', 'day', 'm.measured_on', 'Day on which it was taken.'),
    column(
      'measuredDays',
      { type: 'integer', unit: 'days' },
      'm.measured_on - s.performed_on',
      'From the session to that day.',
    ),
    shared.updatedAtColumn(UPDATED_AT),
  ],
  from: `${shared.SESSION_COURSE_PATIENT}
    join response r on r.session_id = s.root_id
    join measurement m on m.session_id = r.session_id`,
  where: `s.replaced_at is null and ${shared.COUNTS} and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 's.performed_on, s.root_id, m.scale, m.muscle_group, m.phase',
};

/** A value that its scale no longer takes is still exported as recorded, without a number. */
function numberOf(scale: string, value: string): number | null {
  try {
    return scaleRank(scale, scaleValueOfText(scale, value));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
