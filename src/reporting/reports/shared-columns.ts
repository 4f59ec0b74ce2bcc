import { COURSE_SIDES, INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { SEXES } from '../../records/patients/patient.entity';
import { AGE_CAP_YEARS, cappedYearsSql } from '../deidentify/age';
import { column, moment, pseudonym } from '../files/column';

/** Columns that several reports share. Aliases in every report: `s` session, `c` course, `p` patient. */
export const PATIENT = pseudonym(
  'patient',
  'patient',
  'c.patient_id',
  'Stands for the patient: the same in every report and every export of this clinic.',
);
export const COURSE = pseudonym(
  'course',
  'course',
  'c.id',
  'Stands for the course: one patient and one indication (and side).',
);
export const SESSION = pseudonym(
  'session',
  'session',
  's.root_id',
  'Stands for the session, through every amendment of it: joins all reports.',
);
export const RECORD = pseudonym(
  'record',
  'record',
  's.id',
  'Stands for this version of the session: an amendment is a new record of the same session.',
);
/** The first session of a treatment that counts, where the session `s` completes or touches it up; else nothing. */
const CONTINUED = `(select f.root_id from injection_session f
    where f.root_id = s.continues_id and f.replaced_at is null and f.voided_at is null)`;

/** Is it the first session of its treatment, whose day and response are those of all? */
export const BEGINS_TREATMENT = `${CONTINUED} is null`;

export const TREATMENT = pseudonym(
  'treatment',
  'session',
  `coalesce(${CONTINUED}, s.root_id)`,
  'Stands for the treatment: the session itself, or the one that this session completes or touches up. Intervals, responses and lengths are those of that one; units of all its sessions count.',
);
export const CONTINUES = column(
  'continues',
  'boolean',
  `${CONTINUED} is not null`,
  'Whether the session completes or touches up another one of its course, that of `treatment`.',
);
export const PERFORMED_ON = column('performedOn', 'day', 's.performed_on', 'Day of the session.');
export const INDICATION = column(
  'indication',
  { type: 'text', values: INDICATION_SLUGS },
  'c.indication',
  'What is treated.',
);
export const SIDE = column(
  'side',
  { type: 'text', values: COURSE_SIDES },
  'c.side',
  'Side of the course, where the indication asks for one.',
);
export const SEX = column('sex', { type: 'text', values: SEXES }, 'p.sex', 'Sex as recorded.');
export const AGE_YEARS = column(
  'ageYears',
  { type: 'integer', unit: 'years' },
  cappedYearsSql('p.birth_date', 's.performed_on'),
  `Completed years of age on the day of the session; ${AGE_CAP_YEARS} means ${AGE_CAP_YEARS} or older. Empty where the birth date is not known.`,
);
export const PRODUCT = column(
  'product',
  { type: 'text', values: TOXIN_PRODUCTS },
  's.product',
  'The product given. Units count for this product alone.',
);
export const INJECTOR = pseudonym(
  'injector',
  'person',
  's.injector_id',
  'Stands for the person who injected.',
);

/** Vials of sessions, `v`, each with all that was thrown away of it and what it holds where it is one of the stock, `w`. */
export const SESSION_VIALS = `(session_vial v
    left join lateral (
      select sum(case 'waste' when m.to_account then m.units when m.from_account then -m.units end) as units,
        sum(case m.to_account when 'vial' then m.units else -m.units end) as held
      from vial_movement m where m.vial_id = v.vial_id) w on true)`;

/**
 * All that was thrown away of a vial of the stock, then or later, nothing included once it is empty; of another one what was
 * recorded with the session.
 */
export const DISCARDED = `case when w.units > 0 or w.held = 0 then coalesce(w.units, 0) else v.units_discarded end`;

export const STATE = column(
  'state',
  { type: 'text', values: ['completed', 'voided', 'replaced'] },
  `case when s.replaced_at is not null then 'replaced' when s.voided_at is not null then 'voided' else 'completed' end`,
  'completed: counts. voided: taken back as a whole. replaced: a later record of the same session counts instead. ' +
    'Without updatedSince only completed ones are listed; with it the others come too, so that a copy can drop them.',
);

/** Facts hang on a session through its amendments and are shown with its newest version, so none is `replaced`. */
export const STATE_OF_NEWEST = {
  ...STATE,
  description:
    'completed: the session counts. voided: it was taken back, and this row with it. Without updatedSince only completed ones are listed.',
  values: ['completed', 'voided'],
};

/** Voided and replaced sessions are news only to one who asks for changes. */
export const COUNTS = `($5::timestamptz is not null or (s.voided_at is null and s.replaced_at is null))`;

export const SESSION_COURSE_PATIENT = `injection_session s
  join course c on c.id = s.course_id
  join patient p on p.id = c.patient_id`;

/** A row is new when anything it shows may have changed: the session, but also the course's side or the patient's birth date. */
export function updatedAt(...others: readonly string[]): string {
  return `greatest(${['s.updated_at', 'c.updated_at', 'p.updated_at', ...others].join(', ')})`;
}

export function updatedAtColumn(sql: string): ReturnType<typeof moment> {
  return moment(
    'updatedAt',
    sql,
    'When anything that this row is made from last changed; what updatedSince looks at.',
  );
}

export const SESSION_FILTERS = ['from', 'to', 'indication', 'product', 'updatedSince'] as const;
