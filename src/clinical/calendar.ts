import { UTCDate } from '@date-fns/utc';
import { addMonths as addClampedMonths } from 'date-fns/addMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { startOfMonth } from 'date-fns/startOfMonth';

/**
 * A day on the clinic's calendar, `YYYY-MM-DD`. Days are compared as text and moved with the functions below,
 * never as a moment: a day has no hour and no zone, so nothing here depends on the zone of the process.
 *
 * Months and years are counted by date-fns, on its `UTCDate`. Ours is what it does not do as our rules need:
 * - a month too short rolls forward to the first of the next one, where date-fns clamps to its last day, because clamping
 *   would shorten a minimum interval (CDC CDSi logic specification, CALCDT-1 to CALCDT-5);
 * - whether a day exists: `isExists` asks the zone of the process, in which a day may be left out (Apia, 2011-12-30);
 * - the day of a moment in the clinic's zone, and durations with parts below zero (`P3M-4D`);
 * - counting days: in UTC that is subtraction, and a course does it thousands of times.
 */
export type PlainDate = `${number}-${number}-${number}`;

/** An ISO 8601 duration of whole years, months, weeks and days: `P84D`, `P12W`, `P3M`, `P12W1D`, `P3M-4D`. */
export type Duration = `P${string}`;

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const EARLIEST_DAY: PlainDate = '1900-01-01';
const LATEST_DAY: PlainDate = '2199-12-31';

const MILLISECONDS_OF_A_DAY = 86_400_000;
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DURATION = /^P(?=[-\d])(?:(-?\d{1,4})Y)?(?:(-?\d{1,4})M)?(?:(-?\d{1,4})W)?(?:(-?\d{1,5})D)?$/;

/** Is this a day that exists, from 1900 to 2199? `2026-02-30`, `2026-1-5` and `2026-11-22T10:00Z` are not. */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false;
  const parts = DAY.exec(value);
  return (
    parts !== null && value >= EARLIEST_DAY && value <= LATEST_DAY && addDays(value as PlainDate, 0) === value
  );
}

/** @throws RangeError when the text is not a day that exists. */
export function plainDate(value: string): PlainDate {
  if (!isPlainDate(value)) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${value}`);
  return value;
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return toPlainDate(new Date((dayNumber(day) + days) * MILLISECONDS_OF_A_DAY));
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole days since 1970-01-01. In UTC every day has the same length, so counting days is plain subtraction. */
function dayNumber(day: PlainDate): number {
  const [year, month, dayOfMonth] = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_OF_A_DAY;
}

/** Completed years of age. A person born on 29 February turns on 1 March in a common year. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  return differenceInYears(toUtc(day), toUtc(birthDate));
}

/** Completed years of age; undefined where the birth date is not known. */
export function ageIfKnown(birthDate: PlainDate | null, day: PlainDate): number | undefined {
  return birthDate === null ? undefined : ageOn(birthDate, day);
}

export function isDuration(value: unknown): value is Duration {
  return durationParts(value) !== undefined;
}

export interface DurationParts {
  /** Years count as twelve months. */
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

/** What a duration consists of, or nothing when the text is not a duration. */
export function durationParts(value: unknown): DurationParts | undefined {
  const parts = typeof value === 'string' ? DURATION.exec(value) : null;
  if (!parts) return undefined;
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return { months: years * 12 + months, weeks, days };
}

/**
 * The day a duration later. Years and months first, then weeks and days. Months keep the day of the month; a day that
 * does not exist becomes the first of the next month (2026-11-30 + P3M = 2027-03-01).
 *
 * @throws RangeError when the text is not such a duration.
 */
export function addDuration(day: PlainDate, duration: Duration): PlainDate {
  const parts = durationParts(duration);
  if (!parts) throw new RangeError(`Not a duration of years, months, weeks and days: ${duration}`);
  return addDays(addMonths(day, parts.months), parts.weeks * 7 + parts.days);
}

export function weekdayOf(day: PlainDate): Weekday {
  return WEEKDAYS[toUtc(day).getDay()]!;
}

/** The Monday of the week of a day. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((WEEKDAYS.indexOf(weekdayOf(day)) + 6) % 7));
}

export function latestOf(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((latest, day) => (day > latest ? day : latest), first);
}

/**
 * The day that a clock on the clinic's wall shows at a moment. `zone` is an IANA name. The day is put together from its
 * parts: how a locale orders and joins them has changed between versions of Node.
 */
export function dayIn(zone: string, moment: Date): PlainDate {
  const shown = calendarOf(zone).formatToParts(moment);
  const [year, month, day] = ['year', 'month', 'day'].map(
    (type) => shown.find((part) => part.type === type)?.value,
  );
  return `${year}-${month}-${day}` as PlainDate;
}

/** Making one takes longer than all that it is asked. There are as many as there are names of zones. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(zone, made);
  return made;
}

export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}

function addMonths(day: PlainDate, months: number): PlainDate {
  const from = toUtc(day);
  const clamped = addClampedMonths(from, months);
  const rolls = clamped.getDate() !== from.getDate();
  return toPlainDate(rolls ? startOfMonth(addClampedMonths(clamped, 1)) : clamped);
}

function partsOf(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function toUtc(day: string): UTCDate {
  const [year, month, dayOfMonth] = partsOf(day);
  return new UTCDate(year, month - 1, dayOfMonth);
}

function toPlainDate(date: Date): PlainDate {
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RangeError('Not a day of a four-digit year');
  return `${String(year).padStart(4, '0')}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}` as PlainDate;
}
