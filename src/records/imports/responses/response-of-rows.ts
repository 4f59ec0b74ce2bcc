import { scaleOf } from '../../../clinical/catalogue/scales';
import type { ImportedResponseDto } from '../rows/imported-rows.dto';
import type { RowProblem } from '../rows/taking/taken';

export type ResponseRow = Omit<ImportedResponseDto, 'mrn' | 'indication' | 'side' | 'performedOn'>;
export type ResponseRows = readonly [ResponseRow, ...ResponseRow[]];

export const RESPONSE_FIELDS = [
  'assessedOn',
  'onsetOn',
  'woreOffOn',
  'stillEffectiveOn',
  'improvementPct',
  'pgic',
  'peakEffect',
  'note',
] as const satisfies readonly (keyof ResponseRow)[];

export type ResponseFields = Partial<Pick<ResponseRow, (typeof RESPONSE_FIELDS)[number]>>;

export type ReadMeasurement = Required<Pick<ResponseRow, 'scale' | 'phase' | 'value' | 'measuredOn'>> & {
  readonly of: string | null;
  /** In which of the rows it stands. */
  readonly place: number;
};

export interface ReadResponse {
  readonly fields: ResponseFields;
  readonly measurements: readonly ReadMeasurement[];
}

/**
 * What do the rows of one session say together of its response?
 *
 * Each field once, in whichever row; each row may hold one measurement.
 */
export function responseOfRows(
  rows: ResponseRows,
): ReadResponse | { readonly problems: readonly RowProblem[] } {
  const problems = [...contradictions(rows), ...halfMeasurements(rows), ...twiceMeasured(rows)];
  if (problems.length > 0) return { problems };
  const fields = Object.fromEntries(
    RESPONSE_FIELDS.flatMap((field) => {
      const value = firstOf(rows, field);
      return value === undefined ? [] : [[field, value]];
    }),
  ) as ResponseFields;
  const measurements = rows.flatMap((row, place) => measurementOf(row, place) ?? []);
  const once = measurements.filter(
    (measurement, at) => measurements.findIndex((other) => placeOf(other) === placeOf(measurement)) === at,
  );
  if (Object.keys(fields).length === 0 && once.length === 0)
    return { problems: [{ pointer: null, message: EMPTY }] };
  return { fields, measurements: once };
}

const EMPTY =
  'The row says nothing of what became of the session: give a day, improvementPct, pgic, peakEffect, a note or a measurement, or leave the row out';

/** What tells a measurement of a session from another. */
export function placeOf({
  scale,
  phase,
  of,
}: {
  readonly scale: string;
  readonly phase: string;
  readonly of: string | null;
}): string {
  return `${scale} ${phase} ${of ?? ''}`;
}

function firstOf(rows: ResponseRows, field: (typeof RESPONSE_FIELDS)[number]): unknown {
  return rows.find((row) => row[field] != null)?.[field];
}

function contradictions(rows: ResponseRows): RowProblem[] {
  return RESPONSE_FIELDS.flatMap((field) => {
    const said = firstOf(rows, field);
    return rows.flatMap((row, place): RowProblem[] =>
      row[field] == null || row[field] === said
        ? []
        : [
            {
              place,
              pointer: `/${field}`,
              message: `${field} is ${row[field]} here and ${String(said)} in another row of the same session: correct one of them, or the day`,
            },
          ],
    );
  });
}

const OF_A_MEASUREMENT = ['scale', 'phase', 'value', 'measuredOn'] as const;

function halfMeasurements(rows: ResponseRows): RowProblem[] {
  return rows.flatMap((row, place) => {
    const given = [...OF_A_MEASUREMENT, 'of' as const].filter((field) => row[field] != null);
    if (given.length === 0) return [];
    return OF_A_MEASUREMENT.filter((field) => row[field] == null).map((field) => ({
      place,
      pointer: `/${field}`,
      message: `${field} is needed beside ${given[0]}: a measurement has a scale, a phase, a value and the day it was taken`,
    }));
  });
}

function twiceMeasured(rows: ResponseRows): RowProblem[] {
  const seen = new Map<string, ReadMeasurement>();
  return rows.flatMap((row, place) => {
    const measurement = measurementOf(row, place);
    if (!measurement) return [];
    const before = seen.get(placeOf(measurement)) ?? measurement;
    seen.set(placeOf(measurement), before);
    if (before.value === measurement.value && before.measuredOn === measurement.measuredOn) return [];
    const message = `${measurement.scale} at ${measurement.phase} is ${measurement.value} here and ${before.value} in another row of the same session: one is recorded of each scale, phase and muscle group`;
    return [{ place, pointer: '/value', message }];
  });
}

/** A grade that has a label is one, also where it looks like a number. */
function measurementOf(
  { scale, phase, value, measuredOn, of = null }: ResponseRow,
  place: number,
): ReadMeasurement | undefined {
  if (scale == null || phase == null || value == null || measuredOn == null) return undefined;
  return { scale, phase, value: scaleOf(scale).labels ? String(value) : value, measuredOn, of, place };
}
