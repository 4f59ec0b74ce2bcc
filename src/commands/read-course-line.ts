import {
  COURSE_BOUNDS,
  DUE_BOUNDS,
  INJECTION_UNITS,
  MOST_CLOSED_DAYS,
  MOST_INJECTIONS,
  MOST_MEASUREMENTS,
  RESPONSE_BOUNDS,
  type Bounds,
} from '../clinical/bounds';
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
import { withoutNulls } from '../platform/given';

/** One line of a file of courses: a history and the id that its answer carries. */
export type CourseLine = CourseInput & { readonly id: string };

/** Why a line cannot be read: where, as a JSON pointer, and what. Never repeats what the line says. */
export class LineRefused extends Error {
  constructor(pointer: string, problem: string) {
    super(pointer === '' ? problem : `${pointer}: ${problem}`);
  }
}

/**
 * Reads one line: the body of a preview and an id, within the same bounds. Written by hand because the decorators of the
 * preview take half of the time of a whole assessment again (read-course-line.spec holds the two together).
 *
 * A file tells more and knows less than a client: a field that is not known is passed over, `null` means absent, an injection
 * may lack its side and a measurement its day, a muscle or a scale need not stand in the catalogue.
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
    holdsUntil: optional(line.holdsUntil, '/holdsUntil', listOf(day, COURSE_BOUNDS.mostHolds)),
    overrideDueOn: optional(line.overrideDueOn, '/overrideDueOn', day),
    settings: optional(line.settings, '/settings', settings),
    sessions: listOf(session, COURSE_BOUNDS.mostSessions)(line.sessions, '/sessions'),
    asOf: optional(line.asOf, '/asOf', day),
  };
}

type Reader<T> = (value: unknown, pointer: string) => T;

function session(value: unknown, at: string): SessionInput {
  const given = object(value, at);
  return {
    performedOn: day(given.performedOn, `${at}/performedOn`),
    product: oneOf(TOXIN_PRODUCTS)(given.product, `${at}/product`),
    injections: optional(given.injections, `${at}/injections`, listOf(injection, MOST_INJECTIONS)),
    totalUnits: optional(given.totalUnits, `${at}/totalUnits`, numberWithin(COURSE_BOUNDS.totalUnits)),
    muscles: optional(given.muscles, `${at}/muscles`, listOf(shortText, COURSE_BOUNDS.mostMuscles)),
    injectorId: optional(given.injectorId, `${at}/injectorId`, shortText),
    state: optional(given.state, `${at}/state`, oneOf(SESSION_STATES)),
    response: optional(given.response, `${at}/response`, response),
  };
}

function injection(value: unknown, at: string) {
  const given = object(value, at);
  return {
    muscle: shortText(given.muscle, `${at}/muscle`),
    units: numberWithin(INJECTION_UNITS)(given.units, `${at}/units`),
  };
}

function response(value: unknown, at: string): SessionResponse {
  const given = object(value, at);
  return {
    assessedOn: optional(given.assessedOn, `${at}/assessedOn`, day),
    onsetOn: optional(given.onsetOn, `${at}/onsetOn`, day),
    woreOffOn: optional(given.woreOffOn, `${at}/woreOffOn`, day),
    stillEffectiveOn: optional(given.stillEffectiveOn, `${at}/stillEffectiveOn`, day),
    improvementPct: optional(
      given.improvementPct,
      `${at}/improvementPct`,
      numberWithin(RESPONSE_BOUNDS.improvementPct),
    ),
    pgic: optional(given.pgic, `${at}/pgic`, wholeWithin(RESPONSE_BOUNDS.pgic)),
    peakEffect: optional(given.peakEffect, `${at}/peakEffect`, wholeWithin(RESPONSE_BOUNDS.peakEffect)),
    measurements: optional(given.measurements, `${at}/measurements`, listOf(measurement, MOST_MEASUREMENTS)),
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
    of: optional(given.of, `${at}/of`, shortText),
    measuredOn: optional(given.measuredOn, `${at}/measuredOn`, day),
  };
}

function settings(value: unknown, at: string): Partial<DueSettings> {
  const given = object(value, at);
  return withoutNulls<Partial<DueSettings>>({
    closedWeekdays: optional(
      given.closedWeekdays,
      `${at}/closedWeekdays`,
      listOf(oneOf(WEEKDAYS), WEEKDAYS.length),
    ),
    closedDays: optional(given.closedDays, `${at}/closedDays`, listOf(day, MOST_CLOSED_DAYS)),
    leadDays: optional(given.leadDays, `${at}/leadDays`, wholeWithin(DUE_BOUNDS.leadDays)),
    onTimeDays: optional(given.onTimeDays, `${at}/onTimeDays`, wholeWithin(DUE_BOUNDS.onTimeDays)),
    lapseDays: optional(given.lapseDays, `${at}/lapseDays`, wholeWithin(DUE_BOUNDS.lapseDays)),
  });
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

function listOf<T>(read: Reader<T>, most: number): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new LineRefused(at, 'not a list');
    if (value.length > most) throw new LineRefused(at, `more than ${most} entries`);
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
  if (value.length > COURSE_BOUNDS.longestText) {
    throw new LineRefused(at, `longer than ${COURSE_BOUNDS.longestText} characters`);
  }
  return value;
}

function wholeWithin(bounds: Bounds): Reader<number> {
  const within = numberWithin(bounds);
  return (value, at) => {
    const read = within(value, at);
    if (!Number.isInteger(read)) throw new LineRefused(at, 'not a whole number');
    return read;
  };
}

function numberWithin({ min, max }: Bounds): Reader<number> {
  return (value, at) => {
    if (typeof value === 'number' && value >= min && value <= max) return value;
    throw new LineRefused(at, `not a number from ${min} to ${max}`);
  };
}
