import { COUNTED_DAYS } from '../../clinical/payers/units-limit';
import { measured, OF_ITS_PRODUCT, type Meanings } from './meaning';

export const OF_DESK = {
  appointment: {
    holds: 'A booking',
    columns: {
      starts_at: 'When it begins',
      duration_min: measured('min', 'How long it is'),
      status: 'What became of it',
      cancel_reason: 'Why it was cancelled with what it was about: the patient died, the course ended',
      attended_session_id: 'The first version of the session that alone tells that they came',
      visit_id: 'The first appointment of the visit that this one is part of; null: a visit of its own',
      injector_id: 'The user with whom; null: nobody was named',
      call_earlier: 'Agreed to be called when an earlier time is free',
      warnings: 'What spoke against the time when it was booked',
    },
  },
  contact: {
    holds: 'A call or a message about the next session',
    columns: {
      at: 'When',
      channel: 'How',
      outcome: 'What came of it',
      snooze_until_on: 'Not to be called before',
    },
  },
  snooze: {
    holds: 'Not to be called before a day',
    columns: { until_on: 'The day; null takes back what was arranged before', at: 'When it was arranged' },
  },
  prior_authorization: {
    holds: 'A payer’s consent to treat',
    columns: {
      payer: 'Who consented, by the name that was entered',
      product: 'The product',
      indication: 'What for; null: whatever for',
      number: 'The payer’s number of it',
      starts_on: 'First day on which it holds',
      ends_on: 'Last day on which it holds',
      billing_units_approved: measured('billing units of the product', 'How much; null: no limit is stated'),
      sessions_approved: measured('sessions', 'How many; null: no limit is stated'),
    },
  },
  cover_override: {
    holds: 'What a payer, or a patient’s contract, covers otherwise than is usual',
    columns: {
      patient_id: 'The patient; null: everybody of the payer',
      payer: 'The payer; null: of the patient alone',
      indication: 'What for; null: whatever for',
      product: 'The product; null: whichever',
      coverage: 'Covered as usual, or only with an authorization (`pa_usual`)',
      reason: 'How that is known',
    },
  },
  payer: {
    holds: 'Who pays, under which names, and what they ask for before they do',
    columns: {
      name: 'Its name',
      other_names: 'Other names that it goes by',
      lead_days: measured('days', 'How long before a session an authorization is asked for'),
      initial_months: measured('months', 'How long a first approval holds'),
      renewal_months: measured('months', 'How long a renewed one holds'),
      must_improve_scale: 'By which scale that is judged; null: by the rating or any scale',
      must_improve_pct: measured('%', 'By how much treatment must have helped before it is renewed'),
      must_fall_days: measured('d', 'By how many days of headache in a month fewer it is renewed as well'),
      benefit_weeks: measured('weeks', 'How long the benefit must have lasted before it is renewed'),
      treatments_shown: measured('treatments', 'Of how many the effect must be on record'),
      scales_shown: 'Whether a scale must have been taken before treatment and after it',
      tried_first: measured('treatments', 'How many others must have been tried before the first one'),
      min_days_apart: measured('days', 'The fewest from one session to the next'),
      units_per_84_days: measured(OF_ITS_PRODUCT, `The most in ${COUNTED_DAYS} days, by product`),
      exceptions: 'Terms that differ for an indication, a product or both',
      source: 'Where the terms are known from',
    },
  },
  saved_view: {
    holds: 'Filters of the due list that somebody keeps under a name',
    columns: {
      user_id: 'Whose it is',
      name: 'The name',
      query: 'The filters, as they stand in the address',
    },
  },
  calendar_feed: {
    holds: 'An address under which a calendar reads one injector’s times',
    columns: {
      user_id: 'The injector',
      token_hash: 'SHA-256 of the secret in the address',
      revoked_at: 'When it was revoked; null: it holds',
    },
  },
} satisfies Meanings;
