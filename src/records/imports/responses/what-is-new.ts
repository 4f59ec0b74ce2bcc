import type { MeasurementRow } from '../../responses/measurement.entity';
import type { Response } from '../../responses/response.entity';
import {
  RESPONSE_FIELDS,
  placeOf,
  type ReadMeasurement,
  type ReadResponse,
  type ResponseFields,
} from './response-of-rows';

export type StandingFields = Readonly<Pick<Response, (typeof RESPONSE_FIELDS)[number]>>;

/** `of` empty: of the whole; the value as it is stored. */
export type StandingMeasurement = Readonly<
  Pick<MeasurementRow, 'scale' | 'phase' | 'of' | 'value' | 'measuredOn'>
>;

export interface StandingResponse {
  readonly fields: StandingFields | null;
  readonly measurements: readonly StandingMeasurement[];
}

export interface NewOfResponse {
  readonly fields: ResponseFields;
  readonly measurements: readonly ReadMeasurement[];
  /** What the record has otherwise. */
  readonly differing: readonly { readonly field: string; readonly place?: number }[];
}

/**
 * What does a file say of a response that the record does not have yet, and what does the record have otherwise?
 *
 * What the file leaves out says nothing; what the record lacks is added.
 */
export function whatIsNew(read: ReadResponse, standing: StandingResponse): NewOfResponse {
  const known = standing.fields;
  const given = RESPONSE_FIELDS.filter((field) => read.fields[field] !== undefined);
  const lacking = given.filter((field) => known === null || known[field] === null);
  const other = given.filter((field) => !lacking.includes(field) && known![field] !== read.fields[field]);
  const stored = new Map(standing.measurements.map((measurement) => [placeOf(measurement), measurement]));
  const added = read.measurements.filter((measurement) => !stored.has(placeOf(measurement)));
  const otherwise = read.measurements.filter((measurement) => {
    const one = stored.get(placeOf(measurement));
    return one && (one.measuredOn !== measurement.measuredOn || !isSameValue(one.value, measurement.value));
  });
  return {
    fields: Object.fromEntries(lacking.map((field) => [field, read.fields[field]])),
    measurements: added,
    differing: [
      ...other.map((field) => ({ field })),
      ...otherwise.map(({ place }) => ({ field: 'value', place })),
    ],
  };
}

/** Stored as text: 28 and 28.0 are one value. */
function isSameValue(stored: string, value: string | number | null): boolean {
  return typeof value === 'number' ? Number(stored) === value : stored === value;
}
