import { isDeepStrictEqual } from 'node:util';

type Row = Readonly<Record<string, unknown>>;

/** What an administrator may read besides the trail: of patients identity and contact, of treatment nothing. */
const SHOWN: Readonly<Record<string, readonly string[] | 'all'>> = {
  app_user: 'all',
  api_token: 'all',
  smart_client: 'all',
  calendar_feed: 'all',
  clinic_setting: 'all',
  clinic_learning: 'all',
  protocol: 'all',
  payer: 'all',
  patient: [
    'id',
    'mrn',
    'family_name',
    'given_name',
    'birth_date',
    'sex',
    'phone',
    'email',
    'payer',
    'referrer_name',
    'referrer_address',
    'deceased_on',
    'version',
    'created_at',
    'updated_at',
  ],
};

const BOOKKEEPING = ['version', 'updated_at'];

/** The values of a changed row that the reader of the trail may see; of all others the trail tells that they changed. */
export function shownValues(subject: string, row: Row | null): Record<string, unknown> | null {
  const shown = SHOWN[subject];
  if (row === null || shown === undefined) return null;
  return Object.fromEntries(
    Object.entries(row).filter(([field]) => shown === 'all' || shown.includes(field)),
  );
}

/** Does an entry tell its reader more of somebody than an id? */
export function showsValues({
  subject,
  before,
  after,
}: {
  readonly subject: string;
  readonly before: Row | null;
  readonly after: Row | null;
}): boolean {
  return shownValues(subject, before ?? after) !== null;
}

/** The names of the fields that an update changed, but for those that every update changes. */
export function changedFields(before: Row | null, after: Row | null): string[] {
  if (before === null || after === null) return [];
  return Object.keys(after).filter(
    (field) => !BOOKKEEPING.includes(field) && !isDeepStrictEqual(before[field], after[field]),
  );
}
