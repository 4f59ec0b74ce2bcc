import {
  COURSE_BOUNDS,
  DUE_BOUNDS,
  MOST_CLOSED_DAYS,
  MOST_INJECTIONS,
  MOST_MEASUREMENTS,
  RESPONSE_BOUNDS,
} from '../../clinical/bounds';
import { WEEKDAYS } from '../../clinical/calendar';
import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { INPUT_SIDES, type CourseInput, type SessionInput } from '../../clinical/course/course-input';
import type { DueSettings } from '../../clinical/due/due-settings';
import { SESSION_STATES, type Measurement, type SessionResponse } from '../../clinical/treated-session';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import type { FieldError } from '../../platform/http/problem';
import { listOf, listOfValues, numberWithin, objectOf, oneOf, type Fields, type Read } from './read-shape';
import {
  anyNumber,
  CLIENT,
  day,
  daysUpTo,
  FILE,
  interval,
  text,
  whole,
  type SentMeasurement,
  type Told,
} from './told';

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
