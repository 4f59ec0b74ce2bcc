import type { Table } from '../backup/rows/tables';

interface LeftOutColumn {
  readonly why: string;
  /** SQL of what stands there after an import: it opens nothing. `$2` is a password's hash that nobody has the password of. */
  readonly filledWith: string;
}

const OPENS_NOTHING = `uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`;

/** What opens the service, and copies: no record of a patient, and worth nothing to whoever reads the files. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, LeftOutColumn>>>> = {
  app_user: { password_hash: { why: 'the hash of a password', filledWith: '$2::text' } },
  api_token: { token_hash: { why: 'the hash of what a script signs in with', filledWith: OPENS_NOTHING } },
  calendar_feed: { token_hash: { why: 'the hash of a secret address', filledWith: OPENS_NOTHING } },
  check_in: { token_hash: { why: 'the hash of a code for the tablet', filledWith: OPENS_NOTHING } },
};

const TABLES: Readonly<Record<string, string>> = {
  fhir_export: 'what was asked for as FHIR within a day',
  fhir_export_file: 'copies of what has files of its own',
  clinic_secret: 'the key that pseudonyms of reports are made with; a new one is made when it is needed',
  smart_client: 'programs of other systems that were let in here',
  smart_assertion: 'assertions that they have shown',
  smart_access_token: 'tokens of theirs that may still be open',
  known_device: 'browsers that were signed in with',
  login_session: 'sign-ins that may still be open',
  recovery_code: 'codes that open in place of a second factor',
  second_factor: 'what second factors are made from',
};

/** Why a table has no file, or a column no place in its file, where secrets are left out. */
export function whyLeftOut(table: string, column?: string): string | undefined {
  return TABLES[table] ?? (column === undefined ? undefined : COLUMNS[table]?.[column]?.why);
}

export function withoutSecrets(tables: readonly Table[]): Table[] {
  return tables
    .filter(({ name }) => !(name in TABLES))
    .map((table) => ({
      ...table,
      columns: table.columns.filter((column) => !whyLeftOut(table.name, column)),
    }));
}

/** What an import writes into the columns that a file does not have: column and SQL. */
export function fillersOf(table: string, columns: readonly string[]): [column: string, sql: string][] {
  return Object.entries(COLUMNS[table] ?? {})
    .filter(([column]) => !columns.includes(column))
    .map(([column, { filledWith }]) => [column, filledWith]);
}
