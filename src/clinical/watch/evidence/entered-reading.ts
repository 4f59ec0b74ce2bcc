import type { ScaleSlug } from '../../catalogue/scales';
import type { Baseline } from './baselines';

export type SizeReading = 'rating' | 'pgic' | 'peak-effect' | 'scale';

/** One reading of the size of a response, as it was entered. */
export interface EnteredReading {
  readonly reading: SizeReading;
  /** The value at the peak, on its own scale; of several muscles the mean. */
  readonly value: number;
  /** How many muscles it is the mean of, where it is one of several. */
  readonly meanOf?: number;
  readonly scale?: ScaleSlug;
  readonly baseline?: Baseline;
}

/** What one size was read from: a scale, or a reading that is no scale. */
export type MeasureKey = ScaleSlug | Exclude<SizeReading, 'scale'>;

export function keyOf({ reading, scale }: EnteredReading): MeasureKey {
  return reading === 'scale' ? scale! : reading;
}
