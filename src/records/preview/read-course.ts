import {
  COURSE_BOUNDS,
  DOMAIN_DAYS,
  DUE_BOUNDS,
  INJECTION_ML,
  INJECTION_SITES,
  INJECTION_UNITS,
  MOST_CLOSED_DAYS,
  MOST_DOMAINS,
  MOST_INJECTIONS,
  MOST_MEASUREMENTS,
  RESPONSE_BOUNDS,
} from '../../clinical/bounds';
import { WEEKDAYS, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { GUIDANCE } from '../../clinical/catalogue/guidance';
import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { MEASURED_GROUPS } from '../../clinical/catalogue/muscle-groups';
import { INJECTION_SIDES, MUSCLE_SLUGS } from '../../clinical/catalogue/muscles';
import { SCALE_SLUGS } from '../../clinical/catalogue/scales';
import { INPUT_SIDES, type CourseInput, type SessionInput } from '../../clinical/course-input';
import { isInterval, type DueSettings } from '../../clinical/due/due-settings';
import { isHundredths } from '../../clinical/numbers';
import {
  MEASUREMENT_PHASES,
  SESSION_STATES,
  type Measurement,
  type SessionResponse,
} from '../../clinical/treated-session';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import type { FieldError } from '../../platform/http/problem';
import { SHAPE_WORDS } from '../../platform/http/shape-words';

import {
  listOf,
  listOfValues,
  numberWithin,
  objectOf,
  oneOf,
  slugOf,
  textUpTo,
  valueThat,
  type Field,
  type Fields,
  type Read,
} from './read-shape';

/** A line of a file of courses: a history and the id that its answer carries. */
export type CourseLine = CourseInput & { readonly id: string };

/** What was sent, or all that is wrong with it. */
type Outcome<T> = { readonly read: T } | { readonly errors: readonly FieldError[] };

/**
 * Reads a history that is not to be stored, as a client of the API sends it. One reader for API and files, by hand because
 * the decorators of a DTO would take half of the time of a whole assessment again.
 */
export function readCourse(sent: unknown): Outcome<CourseInput> {
  return outcome(sent, courseOfClient);
}

/**
 * Reads the same of a file, which tells more and knows less than a client: a field that is not known is passed over, `null`
 * means left out, an injection may lack its side and a measurement its day, a muscle or a scale need not stand in the
 * catalogue, and a number may have any decimals.
 */
export function readCourseLine(sent: unknown): Outcome<CourseLine> {
  return outcome(sent, courseLine);
}

function outcome<T>(sent: unknown, reader: Read<T>): Outcome<T> {
  const errors: FieldError[] = [];
  const read = reader(sent, { within: '', called: 'a course', errors });
  return read === undefined || errors.length > 0 ? { errors } : { read };
}

const day = valueThat('is-plain-date', SHAPE_WORDS.day, isPlainDate);
const interval = valueThat('is-interval', SHAPE_WORDS.interval, isInterval);
const hundredths = valueThat('is-hundredths', SHAPE_WORDS.hundredths, isHundredths);
const anyNumber = valueThat('is-number', SHAPE_WORDS.number, (value): value is number =>
  Number.isFinite(value),
);
const whole = valueThat('is-int', SHAPE_WORDS.whole, (value): value is number => Number.isInteger(value));
const text = textUpTo(COURSE_BOUNDS.longestText);
const scaleValue = valueThat(
  'is-scale-value',
  SHAPE_WORDS.scaleValue,
  (value): value is string | number | null =>
    value === null || typeof value === 'number' || typeof value === 'string',
);

function daysUpTo(most: number): Read<PlainDate[]> {
  return valueThat(
    'are-plain-dates',
    SHAPE_WORDS.days(most),
    (value): value is PlainDate[] => Array.isArray(value) && value.length <= most && value.every(isPlainDate),
  );
}

/** What an injection and a measurement tell beside what is assessed is read as well, so that a slip in it is told. */
interface SentInjection {
  readonly muscle: string;
  readonly units: number;
  readonly side?: string;
  readonly sites?: number;
  readonly volumeMl?: number;
  readonly guidance?: string;
}

interface SentMeasurement extends Omit<Measurement, 'value'> {
  /** Null takes it back: then there is none. */
  readonly value: Measurement['value'] | null;
  readonly domains?: readonly number[];
}

/** What is read otherwise of a client than of a file. */
interface Told {
  readonly unknownFields: 'refused' | 'passed-over';
  /** Of a field that a client may leave out but not make null. */
  readonly leftOut: Field<unknown>['may'];
  readonly injection: Read<Pick<SentInjection, 'muscle' | 'units'>>;
  readonly measurement: Read<SentMeasurement>;
  readonly percent: Read<number>;
}

const CLIENT: Told = {
  unknownFields: 'refused',
  leftOut: 'be-left-out',
  injection: objectOf<SentInjection>(
    {
      muscle: { read: slugOf(MUSCLE_SLUGS, { what: 'muscle', path: '/catalog/muscles' }) },
      side: { read: oneOf(INJECTION_SIDES) },
      units: { read: numberWithin(INJECTION_UNITS, hundredths) },
      sites: { read: numberWithin(INJECTION_SITES, whole), may: 'be-null' },
      volumeMl: { read: numberWithin(INJECTION_ML, hundredths), may: 'be-null' },
      guidance: { read: oneOf(GUIDANCE), may: 'be-null' },
    },
    'refused',
  ),
  measurement: objectOf<SentMeasurement>(
    {
      scale: { read: slugOf(SCALE_SLUGS, { what: 'scale', path: '/catalog/scales' }) },
      phase: { read: oneOf(MEASUREMENT_PHASES) },
      value: { read: scaleValue },
      of: {
        read: slugOf(MEASURED_GROUPS, { what: 'muscle group', path: '/catalog/scales' }),
        may: 'be-null',
      },
      domains: { read: listOfValues(MOST_DOMAINS, numberWithin(DOMAIN_DAYS, whole)), may: 'be-null' },
      measuredOn: { read: day },
    },
    'refused',
  ),
  percent: hundredths,
};

const FILE: Told = {
  unknownFields: 'passed-over',
  leftOut: 'be-null',
  injection: objectOf(
    { muscle: { read: text }, units: { read: numberWithin(INJECTION_UNITS, anyNumber) } },
    'passed-over',
  ),
  measurement: objectOf<Omit<SentMeasurement, 'domains'>>(
    {
      scale: { read: text },
      phase: { read: oneOf(MEASUREMENT_PHASES) },
      value: { read: scaleValue },
      of: { read: text, may: 'be-null' },
      measuredOn: { read: day, may: 'be-null' },
    },
    'passed-over',
  ),
  percent: anyNumber,
};

const courseOfClient = objectOf<CourseInput>(courseBy(CLIENT), CLIENT.unknownFields);
const courseLine = objectOf<CourseLine>({ id: { read: text }, ...courseBy(FILE) }, FILE.unknownFields);

function courseBy(told: Told): Fields<CourseInput> {
  const { leftOut: may } = told;
  return {
    indication: { read: oneOf(INDICATION_SLUGS) },
    side: { read: oneOf(INPUT_SIDES), may: 'be-null' },
    birthDate: { read: day, may: 'be-null' },
    interval: { read: interval, may: 'be-null' },
    minInterval: { read: interval, may: 'be-null' },
    holdsUntil: { read: daysUpTo(COURSE_BOUNDS.mostHolds), may },
    overrideDueOn: { read: day, may: 'be-null' },
    settings: { read: settingsBy(told), may },
    sessions: { read: listOf(COURSE_BOUNDS.mostSessions, sessionBy(told)) },
    asOf: { read: day, may },
  };
}

function settingsBy({ unknownFields, leftOut: may }: Told): Read<Partial<DueSettings>> {
  return objectOf<Partial<DueSettings>>(
    {
      closedWeekdays: { read: listOfValues(WEEKDAYS.length, oneOf(WEEKDAYS)), may },
      closedDays: { read: daysUpTo(MOST_CLOSED_DAYS), may },
      leadDays: { read: numberWithin(DUE_BOUNDS.leadDays, whole), may },
      onTimeDays: { read: numberWithin(DUE_BOUNDS.onTimeDays, whole), may },
      lapseDays: { read: numberWithin(DUE_BOUNDS.lapseDays, whole), may },
    },
    unknownFields,
  );
}

function sessionBy(told: Told): Read<SessionInput> {
  const { unknownFields, leftOut: may } = told;
  return objectOf<SessionInput>(
    {
      performedOn: { read: day },
      product: { read: oneOf(TOXIN_PRODUCTS) },
      injections: { read: listOf(MOST_INJECTIONS, told.injection), may },
      totalUnits: { read: numberWithin(COURSE_BOUNDS.totalUnits, anyNumber), may },
      muscles: { read: listOfValues(COURSE_BOUNDS.mostMuscles, text), may },
      injectorId: { read: text, may },
      state: { read: oneOf(SESSION_STATES), may },
      response: { read: responseBy(told), may: 'be-null' },
    },
    unknownFields,
  );
}

function responseBy({ unknownFields, measurement, percent }: Told): Read<SessionResponse> {
  return objectOf<SessionResponse>(
    {
      assessedOn: { read: day, may: 'be-null' },
      onsetOn: { read: day, may: 'be-null' },
      woreOffOn: { read: day, may: 'be-null' },
      stillEffectiveOn: { read: day, may: 'be-null' },
      improvementPct: { read: numberWithin(RESPONSE_BOUNDS.improvementPct, percent), may: 'be-null' },
      pgic: { read: numberWithin(RESPONSE_BOUNDS.pgic, whole), may: 'be-null' },
      peakEffect: { read: numberWithin(RESPONSE_BOUNDS.peakEffect, whole), may: 'be-null' },
      measurements: { read: takenOf(listOf(MOST_MEASUREMENTS, measurement)), may: 'be-null' },
    },
    unknownFields,
  );
}

function takenOf(read: Read<SentMeasurement[]>): Read<Measurement[]> {
  return (value, at) =>
    read(value, at)?.filter((sent): sent is SentMeasurement & Measurement => sent?.value !== null);
}
