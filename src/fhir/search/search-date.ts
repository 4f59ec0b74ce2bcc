import { addDays, addDuration, dayIn, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { isMoment } from '../../platform/http/validating/day-shapes';

export const PREFIXES = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] as const;
export type Prefix = (typeof PREFIXES)[number];

/** A date of a search as days, both included, or as moments, the second one excluded. */
export type SearchDate = { readonly prefix: Prefix } & (
  | { readonly fromOn: PlainDate; readonly toOn: PlainDate }
  | { readonly fromAt: Date; readonly beforeAt: Date }
);

/**
 * Which days or moments does a date of a search mean? `2026`, `2026-11`, `ge2026-11-23`, `lt2026-11-23T14:30:00Z`.
 *
 * A year and a month are all their days. A moment is as long as it is exact: a minute, a second or a millisecond. Other
 * text: undefined. Source: FHIR R4, 3.1.1.4.6 (date) and 3.1.1.4.5 (prefixes).
 */
export function searchDate(text: string): SearchDate | undefined {
  const prefix = PREFIXES.find((known) => text.startsWith(known));
  const given = prefix === undefined ? text : text.slice(prefix.length);
  const range = daysOf(given) ?? momentsOf(given);
  return range && { prefix: prefix ?? 'eq', ...range };
}

/** As days of the clinic's calendar. */
export function asDays(date: SearchDate, zone: string): { fromOn: PlainDate; toOn: PlainDate } {
  if ('fromOn' in date) return date;
  const on = dayIn(zone, date.fromAt);
  return { fromOn: on, toOn: on };
}

function daysOf(given: string): { fromOn: PlainDate; toOn: PlainDate } | undefined {
  if (isPlainDate(given)) return { fromOn: given, toOn: given };
  const fromOn = { 4: `${given}-01-01`, 7: `${given}-01` }[given.length];
  if (!isPlainDate(fromOn)) return undefined;
  return { fromOn, toOn: addDays(addDuration(fromOn, given.length === 4 ? 'P1Y' : 'P1M'), -1) };
}

function momentsOf(given: string): { fromAt: Date; beforeAt: Date } | undefined {
  // A plus sign that nobody has encoded arrives as a space.
  const moment = given.replace(' ', '+');
  if (!isMoment(moment)) return undefined;
  const [, seconds, fraction] = /T\d{2}:\d{2}(:\d{2})?(\.\d+)?/.exec(moment) ?? [];
  const lasts = fraction ? 1 : seconds ? 1000 : 60_000;
  const fromAt = new Date(moment);
  return { fromAt, beforeAt: new Date(fromAt.getTime() + lasts) };
}
