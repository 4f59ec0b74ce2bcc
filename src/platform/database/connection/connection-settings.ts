import type { ClientConfig } from 'pg';

/**
 * What every connection states, whatever the server, its database or the role were set to: days arrive and are read in one
 * form, names mean the tables of ours and never a temporary one, and who waits is told in time.
 */
const STATED: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  // The driver tells of a commit that was not copied by a notice only.
  client_min_messages: 'notice',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  row_security: 'on',
  // Compiling takes longer than what our statements compute.
  jit: 'off',
  search_path: 'public, pg_temp',
};

const TIMEOUTS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] as const;

export type Timeouts = Readonly<Record<(typeof TIMEOUTS)[number], `${number}s` | '0'>>;

const USUAL_TIMEOUTS: Timeouts = {
  statement_timeout: '30s',
  lock_timeout: '4.5s',
  idle_in_transaction_session_timeout: '60s',
};

/** For what may take as long as it takes: a migration of a filled database. */
export const NO_TIMEOUTS: Timeouts = {
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

/** The settings as the start of a connection carries them: before its first statement, above those of database and role. */
export function statedOptions(timeouts: Timeouts = USUAL_TIMEOUTS): string {
  return Object.entries({ ...STATED, ...timeouts })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
}

/** A connection beside those of TypeORM, with the same settings. */
export function connectionTo(url: string, timeouts?: Timeouts): ClientConfig {
  return { connectionString: url, connectionTimeoutMillis: 10_000, options: statedOptions(timeouts) };
}

/** Parameters of an address that would take the place of what we state. */
export const NOT_IN_AN_ADDRESS: readonly string[] = [
  'options',
  'client_encoding',
  'query_timeout',
  ...TIMEOUTS,
];
