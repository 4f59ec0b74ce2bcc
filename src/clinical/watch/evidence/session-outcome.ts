import type { IndicationSlug } from '../../catalogue/indications';
import type { Measurement } from '../../treated-session';
import { groupsMeasured, type Baselines } from './baselines';
import type { Measure, Reach } from './indication-measures';
import { MEASURES } from './indication-measures';
import type { EnteredReading } from './entered-reading';
import { readingOf, severityOf } from './scales/scale-readings';
import { valueAt } from './scales/scale-value';

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
    const found = outcomeBy(measure, read);
    if (!found) continue;
    const other = found.outcome === 'failed' && measure.unless ? outcomeBy(measure.unless, read) : undefined;
    return other && other.outcome !== 'failed' ? other : found;
  }
  return undefined;
}

/** A scale that was taken of several muscle groups has failed when it failed in each of them. */
function outcomeBy(measure: Measure, read: PeakReadings): SessionOutcome | undefined {
  const groups = groupsMeasured(
    read.measurements.filter(({ phase }) => phase === 'peak'),
    measure.by,
  );
  const taken = (groups.length > 0 ? groups : [undefined]).flatMap(
    (group) => takenBy(measure, read, group) ?? [],
  );
  if (taken.length === 0) return undefined;
  const reached = (reach: Reach): boolean => taken.some((reading) => reaches(reading, reach));
  const outcome = reached(measure.responded)
    ? 'responded'
    : reached(measure.notFailed)
      ? 'between'
      : 'failed';
  return { by: measure.by, outcome };
}

interface Taken {
  readonly value: number;
  /** Points taken away from the baseline, and the baseline; absent for what is itself a change. */
  readonly fall?: { readonly points: number; readonly from: number };
}

function takenBy(
  { by, responded }: Measure,
  { entered, measurements, baselines }: PeakReadings,
  group: string | undefined,
): Taken | undefined {
  if (by === 'rating' || by === 'pgic' || by === 'peak-effect')
    return entered.find(({ reading }) => reading === by);
  const ofGroup = group ? measurements.filter((measured) => measured.of === group) : measurements;
  const value = valueAt(ofGroup, by, 'peak');
  const reading = readingOf(by);
  if (value === undefined || !reading) return undefined;
  if (!('points' in responded) && !('percent' in responded)) return { value };
  const baseline = baselines.of(by, group);
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
