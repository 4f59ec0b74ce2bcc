import type { FhirResource } from 'fhir/r4';
import type { Clinic } from '../../platform/clinic';
import { isId } from '../../platform/http/validation';
import { asDays, searchDate, type Prefix, type SearchDate } from './search-date';

/** Names a value of a statement: `$3`. */
export type Value = (given: unknown) => string;

export type KeyKind = 'uuid' | 'text';
/** Numbers grow, and the newest come first. */
export type IdKind = KeyKind | 'number';

/** A condition of a statement, made when its values are numbered. */
export type Condition = (value: Value, clinic: Clinic) => string;

export interface Target {
  readonly type: FhirResource['resourceType'];
  readonly column: string;
  readonly ids: KeyKind;
}

export interface SearchParameter {
  readonly type: 'token' | 'reference' | 'date' | 'string';
  readonly what: string;
  /** A reference: to what, and in which column. */
  readonly to?: Target;
  /** The condition for what was given; text: what is wrong with it. */
  readonly read: (given: string) => Condition | string;
}

/** `code`, `system|code` or `|code`, several with commas; a system that is not `system` has none of ours. */
export function tokenOf(column: string, what: string, system?: string): SearchParameter {
  return {
    type: 'token',
    what,
    read: (given) => {
      const codes = given.split(',').flatMap((token) => codeOf(token, system) ?? []);
      return (value) => `${column} = any(${value(codes)}::text[])`;
    },
  };
}

function codeOf(token: string, system: string | undefined): string | undefined {
  const bar = token.indexOf('|');
  if (bar < 0) return token;
  const named = token.slice(0, bar);
  return named === '' || named === system ? token.slice(bar + 1) : undefined;
}

/** `Patient/0b9f…`, the id alone, or the whole address; several with commas. */
export function referenceTo(
  type: FhirResource['resourceType'],
  column: string,
  what: string,
  ids: KeyKind = 'uuid',
): SearchParameter {
  return {
    type: 'reference',
    what,
    to: { type, column, ids },
    read: (given) =>
      isOneOf(
        column,
        ids,
        given.split(',').flatMap((reference) => idIn(reference, type) ?? []),
      ),
  };
}

/** A column that holds one of these ids. What is no UUID is the id of none. */
export function isOneOf(column: string, kind: KeyKind, ids: readonly string[]): Condition {
  const sought = kind === 'uuid' ? ids.filter(isId) : ids;
  return (value) => `${column} = any(${value([...new Set(sought)])}::${kind}[])`;
}

function idIn(reference: string, type: string): string | undefined {
  const [id, named = type] = reference.split('/').toReversed();
  return named === type ? id : undefined;
}

/** A resource that has one of these ids. */
export function hasId(kind: IdKind, ids: readonly string[]): Condition {
  if (kind === 'number') return (value) => `r.number = any(${value(ids.filter(isNumber))}::bigint[])`;
  const own = isOneOf('r.id', kind, ids);
  if (kind === 'uuid') return own;
  const sessions = isOneOf(
    'r."sessionId"',
    'uuid',
    ids.map((id) => id.slice(0, UUID_LENGTH)),
  );
  return (value, clinic) => `(${own(value, clinic)} and ${sessions(value, clinic)})`;
}

const UUID_LENGTH = 36;

export function isNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

/** Text that begins so, in whichever case. */
export function startOf(columns: readonly string[], what: string): SearchParameter {
  return {
    type: 'string',
    what,
    read: (given) => (value) => {
      const sought = value(given.toLowerCase());
      return `(${columns.map((column) => `starts_with(lower(${column}), ${sought})`).join(' or ')})`;
    },
  };
}

const NO_DATE =
  'must be a date such as ge2026-11-23, or a moment with its offset such as lt2026-11-23T14:30:00Z';

/** Days of the calendar: one column, or those of the first and the last day. */
export function daysIn(low: string, high: string, what: string): SearchParameter {
  return dates(what, (date) => (value, { zone }) => {
    const { fromOn, toOn } = asDays(date, zone);
    const [from, to] = [() => `${value(fromOn)}::date`, () => `${value(toOn)}::date`];
    const within = () => `(${low} >= ${from()} and ${high} <= ${to()})`;
    const byPrefix: Readonly<Record<Prefix, () => string>> = {
      eq: within,
      ne: () => `not ${within()}`,
      gt: () => `${high} > ${to()}`,
      lt: () => `${low} < ${from()}`,
      ge: () => `${high} >= ${from()}`,
      le: () => `${low} <= ${to()}`,
      sa: () => `${low} > ${to()}`,
      eb: () => `${high} < ${from()}`,
      ap: () => `(${high} >= ${from()} and ${low} <= ${to()})`,
    };
    return byPrefix[date.prefix]();
  });
}

/** A moment. */
export function momentIn(column: string, what: string): SearchParameter {
  return dates(what, (date) => (value, { zone }) => {
    const bound = (given: unknown, after = 0): string =>
      given instanceof Date
        ? `${value(given)}::timestamptz`
        : `((${value(given)}::date + ${after})::timestamp at time zone ${value(zone)})`;
    const from = () => bound('fromOn' in date ? date.fromOn : date.fromAt);
    const before = () => ('toOn' in date ? bound(date.toOn, 1) : bound(date.beforeAt));
    const within = () => `(${column} >= ${from()} and ${column} < ${before()})`;
    const byPrefix: Readonly<Record<Prefix, () => string>> = {
      eq: within,
      ap: within,
      ne: () => `not ${within()}`,
      gt: () => `${column} >= ${before()}`,
      sa: () => `${column} >= ${before()}`,
      ge: () => `${column} >= ${from()}`,
      lt: () => `${column} < ${from()}`,
      eb: () => `${column} < ${from()}`,
      le: () => `${column} < ${before()}`,
    };
    return byPrefix[date.prefix]();
  });
}

/** Several with commas: any of them. */
function dates(what: string, condition: (date: SearchDate) => Condition): SearchParameter {
  return {
    type: 'date',
    what,
    read: (given) => {
      const read = given.split(',').map(searchDate);
      const conditions = read.flatMap((date) => (date ? [condition(date)] : []));
      if (conditions.length < read.length) return NO_DATE;
      return (value, clinic) => `(${conditions.map((meets) => meets(value, clinic)).join(' or ')})`;
    },
  };
}
