import { Problem, type ProblemKind } from '../http/problem';

/** What a refusal of PostgreSQL means to the caller; an unknown one is ours, a 500. */
export function databaseProblem(error: unknown): Problem {
  const driver = ((error as { driverError?: unknown }).driverError ?? error) as {
    code?: string;
    constraint?: string;
  };
  const known = driver.constraint ? CONSTRAINTS[driver.constraint] : undefined;
  if (known) return new Problem('conflict', known, { cause: error });
  const [kind, detail] =
    BY_CODE[driver.code ?? ''] ?? UNREACHABLE.find(([code]) => driver.code?.match(code))?.[1] ?? UNKNOWN;
  return new Problem(kind, detail, { cause: error });
}

const CONSTRAINTS: Readonly<Record<string, string>> = {
  patient_mrn: 'Another patient has this record number. Look the patient up by it before registering again.',
  course_one_active:
    'This patient already has an open course for this indication and side. Continue that course, or end it first.',
  injection_session_replaced_once: 'This session has been amended already. Amend the newest version.',
  injection_session_current: 'This session has been amended already. Amend the newest version.',
  prior_authorization_number:
    'This authorization number is already recorded for this patient, payer and product.',
  cover_override_once: 'Such an override exists already. Delete it before making another.',
  app_user_username: 'This user name is taken. Choose another.',
};

const RETRY = 'Somebody else was writing at the same moment. Nothing was written: send it again.';
const BAD_VALUE = 'A value is out of range or not in the form that this field takes.';

const BY_CODE: Readonly<Record<string, readonly [ProblemKind, string]>> = {
  CL001: ['conflict', 'This session is signed and cannot change. Amend it with a reason, or void it.'],
  '23503': ['conflict', 'Something named here does not exist, or others still refer to it.'],
  '23505': ['conflict', 'Such an entry exists already.'],
  '23P01': ['conflict', 'This overlaps with an entry that exists already.'],
  '23514': ['rule-broken', 'These values do not fit together. Check days and ranges.'],
  '22P02': ['malformed', BAD_VALUE],
  '22007': ['malformed', BAD_VALUE],
  '22008': ['malformed', BAD_VALUE],
  '22003': ['malformed', BAD_VALUE],
  '22021': ['malformed', 'The text holds characters that cannot be stored.'],
  '40001': ['unavailable', RETRY],
  '40P01': ['unavailable', RETRY],
  '55P03': ['unavailable', RETRY],
  '57014': ['unavailable', 'This took too long and was given up. Nothing was written: ask for less at once.'],
};

const DOWN = [
  'unavailable',
  'The database cannot be reached. Nothing was written: try again in a moment.',
] as const;
const UNREACHABLE: readonly (readonly [RegExp, readonly [ProblemKind, string]])[] = [
  [/^(ECONN|ENOTFOUND|ETIMEDOUT|EPIPE)/, DOWN],
  [/^(57P|08|53)/, DOWN],
];

const UNKNOWN = [
  'internal',
  'The service failed. Nothing was written. Tell the administrator when this happened.',
] as const;
