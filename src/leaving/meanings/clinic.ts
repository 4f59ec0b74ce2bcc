import { measured, type Meanings } from './meaning';

export const OF_CLINIC = {
  clinic_setting: {
    holds: 'One line: what this clinic has set',
    columns: {
      id: 'Always true: there is one line',
      name: 'The clinic’s name on notes and letters',
      address: 'Its address there',
      phone: 'Its telephone number there',
      zone: 'IANA zone of its calendar; null: as the service was started',
      closed_weekdays: 'Weekdays on which it is closed',
      closed_days: 'Single days on which it is closed',
      lead_days: measured('days', 'How long before the due day a patient is called'),
      on_time_days: measured('days', 'How long after the due day a session is on time'),
      lapse_days: measured('days', 'How long after the due day a course has lapsed'),
      cross_course_minimum: 'Whether the shortest interval holds across the courses of a patient',
      intervals: 'Intervals that the clinic has set, by indication and product',
      opening_hours: 'When it is open, by weekday',
      visit_lengths: 'How long visits take, by indication',
      rule_values: 'Numbers of rules that the clinic has set, by the id of the rule in the catalogue',
      learned: 'What it learned from its own courses, as accepted; null: it judges as usual',
    },
  },
  sign_in_setting: {
    holds: 'One line: what the clinic asks of whoever signs in',
    columns: {
      id: 'Always true: there is one line',
      idle_minutes: measured('min', 'After how long without use one is signed out, by role'),
      second_factor_roles: 'Roles that need a second factor',
    },
  },
  dismissed_note: {
    holds: 'A note to the clinic that somebody has read and put away',
    columns: {
      note: 'Which note',
      dismissed_by: 'The user',
      dismissed_at: 'When',
    },
  },
  import_file: {
    holds: 'A file of another program that was read in, or tried',
    columns: {
      kind: 'What its rows are',
      dry_run: 'Only tried: nothing was written',
      all_or_nothing: 'Whether one refused row refused them all',
      state: 'What became of it',
      encoding: 'Encoding of the file',
      delimiter: 'What stood between its cells',
      dates: 'How its days were written',
      total_rows: measured('rows', 'All rows'),
      new_rows: measured('rows', 'Rows that were new'),
      same_rows: measured('rows', 'Rows that were on record already'),
      refused_rows: measured('rows', 'Rows that were refused'),
      problems: 'What was wrong, by row and column',
      notes: 'What else was noticed',
      header: 'The names of its columns',
      refused: 'The refused rows as they stood there, each with its reason',
      created_by: 'The user or script',
    },
  },
  import_mapping: {
    holds: 'What the columns of another program’s files are called here',
    columns: {
      kind: 'What the rows of such a file are',
      name: 'What the files come from',
      columns: 'By the name of their column, ours; null: left out',
      created_by: 'The user or script',
    },
  },
  hl7_message: {
    holds: 'A message of a hospital (HL7 v2) as it came, and what became of it',
    columns: {
      sender: 'Application and facility',
      control_id: 'The sender’s number of it',
      type: 'What it tells, `ADT^A08`',
      occurred_at: 'When what it tells took place',
      received_at: 'When it came',
      text: 'The message as it came',
      digest: 'SHA-256 of its bytes',
      state: 'What became of it',
      reason: 'Why it waits or was refused, or what was left out',
      answer: 'What its sender was told',
    },
  },
  hl7_appointment: {
    holds: 'Which appointment another system means by its own number',
    columns: {
      sender: 'Application and facility',
      placer_id: 'The number of whoever asked for it',
      filler_id: 'The number of whoever booked it',
      appointment_id: 'The appointment',
      appointment_version: 'The version of the appointment as a message left it',
      told_at: 'When what was told last took place',
    },
  },
  backup_run: {
    holds: 'A backup that was taken, or the reason why there is none',
    columns: {
      begun_at: 'When it began',
      ended_at: 'When it ended',
      good: 'Whether it could be restored',
      file: 'Name of its file',
      bytes: measured('bytes', 'How long the file is'),
      encrypted: 'Whether it is encrypted',
      failure: 'Why there is none',
    },
  },
  removed_row: {
    holds: 'That a row was removed, so that a copy elsewhere can drop it too',
    columns: {
      subject: 'The table that it was in',
      id: 'Its id there',
      patient_id: 'Whose it was; null: nobody’s',
      removed_at: 'When',
    },
  },
  client_request: {
    holds: 'A write that came with an id of its own, so that sending it again writes nothing',
    columns: {
      kind: 'What was written',
      id: 'The id that it came with',
      body_hash: 'SHA-256 of what was sent',
    },
  },
  migrations: {
    holds: 'A step that the database’s schema has taken',
    columns: { id: 'In their order', timestamp: 'Its number', name: 'Its name' },
  },
  clinic_secret: {
    holds: 'One line: the key that pseudonyms of reports are made with',
    columns: { id: 'Always true: there is one line', pseudonym_key: 'The key' },
  },
} satisfies Meanings;
