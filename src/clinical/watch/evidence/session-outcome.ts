import type { IndicationSlug } from '../../catalogue/indications';
import type { Measurement } from '../../treated-session';
import type { Baselines } from './baselines';
import type { Measure, Reach } from './indication-measures';
import { MEASURES } from './indication-measures';
import type { EnteredReading } from './entered-reading';
import { readingOf, severityOf } from './scale-readings';
import { valueAt } from './scale-value';

/** What an indication's own measure says of one session. */
export interface SessionOutcome {
  readonly by: Measure['by'];
  readonly outcome: 'responded' | 'between' | 'failed';
}

/** What was read at the peak. */
interface PeakReadings {
  readonly indication: IndicationSlug;
  readonly entered: readonly EnteredReading[];
  /** Those at the peak only if they count as such. */
  readonly measurements: readonly Measurement[];
  readonly baselines: Pick<Baselines, 'of'>;
}

/** Did the session work or fail by the first of the indication's measures that was taken at the peak? */
export function outcomeOf(read: PeakReadings): SessionOutcome | undefined {
  for (const measure of MEASURES[read.indication]) {
    const taken = takenBy(measure, read);
    if (!taken) continue;
    const outcome = reaches(taken, measure.responded)
      ? 'responded'
      : reaches(taken, measure.notFailed)
        ? 'between'
        : 'failed';
    return { by: measure.by, outcome };
  }
  return undefined;
}

interface Taken {
  readonly value: number;
  /** Points taken away from the baseline, and the baseline; absent for what is itself a change. */
  readonly fall?: { readonly points: number; readonly from: number };
}

function takenBy(
  { by, responded }: Measure,
  { entered, measurements, baselines }: PeakReadings,
): Taken | undefined {
  if (by === 'rating' || by === 'pgic' || by === 'peak-effect')
    return entered.find(({ reading }) => reading === by);
  const value = valueAt(measurements, by, 'peak');
  const reading = readingOf(by);
  if (value === undefined || !reading) return undefined;
  if (!('points' in responded) && !('percent' in responded)) return { value };
  const baseline = baselines.of(by);
  if (!baseline || baseline.severity <= 0) return undefined;
  const points = baseline.severity - severityOf(reading, value);
  return { value, fall: { points, from: baseline.severity } };
}

function reaches({ value, fall }: Taken, reach: Reach): boolean {
  if ('atLeast' in reach) return value >= reach.atLeast;
  if ('atMost' in reach) return value <= reach.atMost;
  if ('moreThan' in reach) return value > reach.moreThan;
  if (!fall) return false;
  return 'points' in reach ? fall.points >= reach.points : (100 * fall.points) / fall.from >= reach.percent;
}
