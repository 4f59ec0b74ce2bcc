import {
  COURSE_BOUNDS,
  DOMAIN_DAYS,
  INJECTION_ML,
  INJECTION_SITES,
  INJECTION_UNITS,
  MOST_DOMAINS,
} from '../../clinical/bounds';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { GUIDANCE } from '../../clinical/catalogue/guidance';
import { MEASURED_GROUPS } from '../../clinical/catalogue/anatomy/muscle-groups';
import { INJECTION_SIDES, MUSCLE_SLUGS } from '../../clinical/catalogue/muscles';
import { SCALE_SLUGS } from '../../clinical/catalogue/scales';
import { isInterval } from '../../clinical/due/due-settings';
import { isHundredths } from '../../clinical/numbers';
import { MEASUREMENT_PHASES, type Measurement } from '../../clinical/treated-session';
import { SHAPE_WORDS } from '../../platform/http/validating/shape-words';
import {
  listOfValues,
  numberWithin,
  objectOf,
  oneOf,
  slugOf,
  textUpTo,
  valueThat,
  type Field,
  type Read,
} from './read-shape';

export const day = valueThat('is-plain-date', SHAPE_WORDS.day, isPlainDate);
export const interval = valueThat('is-interval', SHAPE_WORDS.interval, isInterval);
const hundredths = valueThat('is-hundredths', SHAPE_WORDS.hundredths, isHundredths);
export const anyNumber = valueThat('is-number', SHAPE_WORDS.number, (value): value is number =>
  Number.isFinite(value),
);
export const whole = valueThat('is-int', SHAPE_WORDS.whole, (value): value is number =>
  Number.isInteger(value),
);
export const text = textUpTo(COURSE_BOUNDS.longestText);
const scaleValue = valueThat(
  'is-scale-value',
  SHAPE_WORDS.scaleValue,
  (value): value is string | number | null =>
    value === null || typeof value === 'number' || typeof value === 'string',
);

export function daysUpTo(most: number): Read<PlainDate[]> {
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

export interface SentMeasurement extends Omit<Measurement, 'value'> {
  /** Null takes it back: then there is none. */
  readonly value: Measurement['value'] | null;
  readonly domains?: readonly number[];
}

/** What is read otherwise of a client than of a file. */
export interface Told {
  readonly unknownFields: 'refused' | 'passed-over';
  /** Of a field that a client may leave out but not make null. */
  readonly leftOut: Field<unknown>['may'];
  readonly injection: Read<Pick<SentInjection, 'muscle' | 'units'>>;
  readonly measurement: Read<SentMeasurement>;
  readonly percent: Read<number>;
}

export const CLIENT: Told = {
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

export const FILE: Told = {
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
