import type { Meanings } from './meaning';

/** What was copied out, and lies there for a day. */
export const OF_COPIES: Meanings = {
  fhir_export: {
    holds: 'An export of the whole as FHIR that somebody asked for',
    columns: {
      actor_id: 'Who asked: a user, a token or a client',
      actor_name: 'Their name then',
      actor_role: 'Their role then',
      request: 'The address that was asked',
      asked: 'Of whom, which types, since when, with which filters',
      requested_at: 'When it was asked for',
      status: 'Whether it is made',
      attempts: 'How often it was begun',
      types_done: 'How many types are made',
      types_total: 'How many types were asked for',
      transaction_time: 'The moment that it shows',
    },
  },
  fhir_export_file: {
    holds: 'A file of such an export',
    columns: {
      export_id: 'The export',
      name: 'Its name',
      type: 'The type of its resources',
      removed: 'It names what is no more',
      count: 'How many lines it has',
      patient_ids: 'Of whom it speaks',
      content: 'The file, compressed with gzip',
    },
  },
};
