import type { PlainDate } from '../calendar';

/** A precaution on a patient's record, and when it held. */
export interface DatedPrecaution {
  /** A code of `precaution-rows.ts`, or words that mean one. */
  readonly code: string;
  /** The first day; absent: not known since when. Of a measured one: the day of the measurement. */
  readonly startedOn?: PlainDate | null;
  /** The first day on which it no longer held. */
  readonly endedOn?: PlainDate | null;
  /** The moment at which it came onto the record, as `toISOString` writes it. */
  readonly recordedAt?: string;
  /** The day on which it was last asked about. */
  readonly askedOn?: PlainDate | null;
  readonly value?: number | null;
}

/** Did it hold on this day? Its first day belongs to it, the day of its end does not. */
export function holdsOn(
  { startedOn, endedOn }: Pick<DatedPrecaution, 'startedOn' | 'endedOn'>,
  day: PlainDate,
): boolean {
  return (!startedOn || startedOn <= day) && (!endedOn || day < endedOn);
}

/** Was it on record at this moment? What says nothing of when it was written down always was. */
export function onRecordAt({ recordedAt }: Pick<DatedPrecaution, 'recordedAt'>, moment: string): boolean {
  return !recordedAt || recordedAt <= moment;
}

/** When somebody last said so. */
export function lastAskedOn({ startedOn, askedOn }: DatedPrecaution): PlainDate | undefined {
  return askedOn ?? startedOn ?? undefined;
}
