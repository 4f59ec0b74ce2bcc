import { QueryFailedError } from 'typeorm';
import { Problem, type ProblemKind } from '../../http/problem';
import { DISK_FULL, DISK_FULL_S } from './full-disk';
import { driverErrorOf, isCommitUnknown, isKnownUnwritten } from './outcome';

/** Does this come from the database, or from there being none? */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof QueryFailedError || isCommitUnknown(error) || awayFor(error) !== undefined;
}

/** What a refusal of PostgreSQL, or its silence, means to the caller; an unknown one is ours, a 500. */
export function databaseProblem(error: unknown): Problem {
  const { code = '', constraint = '' } = wordsOf(error);
  const refused = CONSTRAINTS[constraint] ?? REFUSED[code];
  if (refused) return new Problem(...refusal(refused), { cause: error });
  if (isCommitUnknown(error))
    return new Problem('unavailable', COMMIT_UNKNOWN, { cause: error, retryAfterSeconds: 2 });
  const away = awayFor(error);
  if (!away) return failed(error);
  const { what, todo, afterSeconds } = away;
  const detail = isKnownUnwritten(error)
    ? `${what} Nothing was written: ${todo}`
    : `${what} ${todo.charAt(0).toUpperCase()}${todo.slice(1)}`;
  return new Problem('unavailable', detail, { cause: error, retryAfterSeconds: afterSeconds });
}

/** A fault of ours, as a 500. */
export function failed(error: unknown): Problem {
  const written = isKnownUnwritten(error)
    ? 'Nothing was written.'
    : 'If this was a write, look whether it is there before you send it again.';
  return new Problem(
    'internal',
    `The service failed. ${written} Tell the administrator when this happened.`,
    { cause: error },
  );
}

interface DriverWords {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
}

function wordsOf(error: unknown): DriverWords {
  const words: DriverWords | null | undefined = driverErrorOf(error) as DriverWords | null | undefined;
  return words ?? {};
}

function awayFor(error: unknown): Away | undefined {
  const { name = '', message = '', code = '' } = wordsOf(error);
  if (LOST_NAMES.has(name) || LOST_WORDS.test(message)) return DOWN;
  return AWAY.find(([codes]) => codes.test(code))?.[1];
}

function refusal(refused: string | readonly [ProblemKind, string]): readonly [ProblemKind, string] {
  return typeof refused === 'string' ? ['conflict', refused] : refused;
}

const CONSTRAINTS: Readonly<Record<string, string>> = {
  patient_mrn: 'Another patient has this record number. Look the patient up by it before registering again.',
  course_one_active:
    'This patient already has an open course for this indication and side. Continue that course, or end it first.',
  injection_session_replaced_once: 'This session has been amended already. Amend the newest version.',
  injection_session_current: 'This session has been amended already. Amend the newest version.',
  prior_authorization_number:
    'This authorization number is already recorded for this patient, payer and product.',
  vial_holds:
    'The vial holds no more than that: somebody else has drawn from it meanwhile. Take another vial.',
  lot_once: 'This lot of this size and expiry is on record already: add its vials with POST /vials.',
  vial_serial: 'A vial with this serial number is on record already in this lot.',
  cover_override_once: 'Such an override exists already. Delete it before making another.',
  app_user_username: 'This user name is taken. Choose another.',
};

const BAD_VALUE = 'A value is out of range or not in the form that this field takes.';

const REFUSED: Readonly<Record<string, readonly [ProblemKind, string]>> = {
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
};

/** For the moment: what is the matter, what to do, and how soon. */
interface Away {
  readonly what: string;
  readonly todo: string;
  readonly afterSeconds: number;
}

const COMMIT_UNKNOWN =
  'It is not known whether this was written. Send the same request again with the same id: it is written once. ' +
  'For what has no id, look first.';

const DOWN: Away = {
  what: 'The database cannot be reached.',
  todo: 'try again in a moment.',
  afterSeconds: 5,
};
const RETRY: Away = {
  what: 'Somebody else was writing at the same moment.',
  todo: 'send it again.',
  afterSeconds: 1,
};

const AWAY: readonly (readonly [codes: RegExp, Away])[] = [
  [/^(40001|40P01|55P03)$/, RETRY],
  [
    /^57014$/,
    { what: 'This took too long and was given up.', todo: 'ask for less at once.', afterSeconds: 5 },
  ],
  [
    /^25006$/,
    {
      what: 'The database takes no writes at the moment, and reads are written down too.',
      todo: 'try again in a moment.',
      afterSeconds: 5,
    },
  ],
  [
    new RegExp(`^${DISK_FULL}$`),
    {
      what: 'The disk of the database is full.',
      todo: 'tell the administrator, and send it again once there is room.',
      afterSeconds: DISK_FULL_S,
    },
  ],
  [/^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE)/, DOWN],
  // Of PostgreSQL: shut down or starting, line lost, short of connections or memory, disk failing, no such database, no entry.
  [/^(57P|08|53|58|25P03|3D000|28)/, DOWN],
];

/** The driver and TypeORM say these without a code. */
const LOST_NAMES = new Set([
  'NoAnswer',
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);
const LOST_WORDS =
  /^(Connection terminated|timeout e|Client (was closed|has encountered a connection error)|Cannot use a pool after|Query read timeout)/;
