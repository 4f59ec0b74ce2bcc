import { WEEKDAYS, type PlainDate, isPlainDate } from '../clinical/calendar';
import { type CourseInput, type SessionInput, INPUT_SIDES } from '../clinical/course-input';
import { type DueSettings, isInterval } from '../clinical/due/due-settings';
import { INDICATION_SLUGS } from '../clinical/catalogue/indications';
import {
  type Measurement,
  type SessionResponse,
  MEASUREMENT_PHASES,
  SESSION_STATES,
} from '../clinical/treated-session';
import { TOXIN_PRODUCTS } from '../clinical/units';

/** One line of a file of courses: a history and the id that its answer carries. */
export type CourseLine = CourseInput & { readonly id: string };

/** Why a line cannot be read: where, as a JSON pointer, and what. Never repeats what the line says. */
export class LineRefused extends Error {
  constructor(pointer: string, problem: string) {
    super(pointer === '' ? problem : `${pointer}: ${problem}`);
  }
}

/**
 * Reads one line. A field that is not known is passed over, `null` means absent.
 *
 * @throws LineRefused when the line is not such a history.
 */
export function readCourseLine(text: string): CourseLine {
  const line = object(parsed(text), '');
  return {
    id: shortText(line.id, '/id'),
    indication: oneOf(INDICATION_SLUGS)(line.indication, '/indication'),
    side: optional(line.side, '/side', oneOf(INPUT_SIDES)),
    birthDate: optional(line.birthDate, '/birthDate', day),
    interval: optional(line.interval, '/interval', interval),
    minInterval: optional(line.minInterval, '/minInterval', interval),
    holdsUntil: optional(line.holdsUntil, '/holdsUntil', listOf(day)),
    overrideDueOn: optional(line.overrideDueOn, '/overrideDueOn', day),
    settings: optional(line.settings, '/settings', settings),
    sessions: listOf(session)(line.sessions, '/sessions'),
    asOf: optional(line.asOf, '/asOf', day),
  };
}

type Reader<T> = (value: unknown, pointer: string) => T;

const LONGEST_LIST = 5000;

function session(value: unknown, at: string): SessionInput {
  const given = object(value, at);
  return {
    performedOn: day(given.performedOn, `${at}/performedOn`),
    product: oneOf(TOXIN_PRODUCTS)(given.product, `${at}/product`),
    injections: optional(given.injections, `${at}/injections`, listOf(injection)),
    totalUnits: optional(given.totalUnits, `${at}/totalUnits`, units),
    muscles: optional(given.muscles, `${at}/muscles`, listOf(shortText)),
    injectorId: optional(given.injectorId, `${at}/injectorId`, shortText),
    state: optional(given.state, `${at}/state`, oneOf(SESSION_STATES)),
    response: optional(given.response, `${at}/response`, response),
  };
}

function injection(value: unknown, at: string) {
  const given = object(value, at);
  return { muscle: shortText(given.muscle, `${at}/muscle`), units: units(given.units, `${at}/units`) };
}

function response(value: unknown, at: string): SessionResponse {
  const given = object(value, at);
  return {
    assessedOn: optional(given.assessedOn, `${at}/assessedOn`, day),
    onsetOn: optional(given.onsetOn, `${at}/onsetOn`, day),
    woreOffOn: optional(given.woreOffOn, `${at}/woreOffOn`, day),
    stillEffectiveOn: optional(given.stillEffectiveOn, `${at}/stillEffectiveOn`, day),
    improvementPct: optional(given.improvementPct, `${at}/improvementPct`, numberWithin(-100, 100)),
    pgic: optional(given.pgic, `${at}/pgic`, wholeWithin(1, 7)),
    peakEffect: optional(given.peakEffect, `${at}/peakEffect`, wholeWithin(0, 4)),
    measurements: optional(given.measurements, `${at}/measurements`, listOf(measurement)),
  };
}

function measurement(value: unknown, at: string): Measurement {
  const given = object(value, at);
  if (typeof given.value !== 'number' && typeof given.value !== 'string') {
    throw new LineRefused(`${at}/value`, 'not a number or a label');
  }
  return {
    scale: shortText(given.scale, `${at}/scale`),
    phase: oneOf(MEASUREMENT_PHASES)(given.phase, `${at}/phase`),
    value: given.value,
    measuredOn: optional(given.measuredOn, `${at}/measuredOn`, day),
  };
}

function settings(value: unknown, at: string): Partial<DueSettings> {
  const given = object(value, at);
  const read: Partial<DueSettings> = {
    closedWeekdays: optional(given.closedWeekdays, `${at}/closedWeekdays`, listOf(oneOf(WEEKDAYS))),
    closedDays: optional(given.closedDays, `${at}/closedDays`, listOf(day)),
    leadDays: optional(given.leadDays, `${at}/leadDays`, wholeWithin(0, 366)),
    onTimeDays: optional(given.onTimeDays, `${at}/onTimeDays`, wholeWithin(1, 366)),
    lapseDays: optional(given.lapseDays, `${at}/lapseDays`, wholeWithin(1, 3660)),
  };
  return Object.fromEntries(Object.entries(read).filter(([, set]) => set !== undefined));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineRefused('', 'not JSON');
  }
}

function object(value: unknown, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new LineRefused(at, 'not an object');
}

function optional<T>(value: unknown, at: string, read: Reader<T>): T | undefined {
  return value === undefined || value === null ? undefined : read(value, at);
}

function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new LineRefused(at, 'not a list');
    if (value.length > LONGEST_LIST) throw new LineRefused(at, `more than ${LONGEST_LIST} entries`);
    return value.map((entry: unknown, index) => read(entry, `${at}/${index}`));
  };
}

function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  return (value, at) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw new LineRefused(at, `not one of ${known.join(', ')}`);
    return found;
  };
}

function day(value: unknown, at: string): PlainDate {
  if (!isPlainDate(value)) throw new LineRefused(at, 'not a calendar day (YYYY-MM-DD)');
  return value;
}

function interval(value: unknown, at: string) {
  if (!isInterval(value)) throw new LineRefused(at, 'not an interval of 1 day to 10 years (P84D, P12W, P3M)');
  return value;
}

function shortText(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw new LineRefused(at, 'not a text');
  if (value.length > 200) throw new LineRefused(at, 'longer than 200 characters');
  return value;
}

function units(value: unknown, at: string): number {
  return numberWithin(0, 1_000_000)(value, at);
}

function wholeWithin(least: number, most: number): Reader<number> {
  return (value, at) => {
    const read = numberWithin(least, most)(value, at);
    if (!Number.isInteger(read)) throw new LineRefused(at, 'not a whole number');
    return read;
  };
}

function numberWithin(least: number, most: number): Reader<number> {
  return (value, at) => {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw new LineRefused(at, `not a number from ${least} to ${most}`);
  };
}
