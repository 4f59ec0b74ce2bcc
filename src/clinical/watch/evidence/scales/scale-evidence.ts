import type { ScaleSlug } from '../../../catalogue/scales';
import { isScale } from '../../../catalogue/scales';
import type { Measurement } from '../../../treated-session';
import type { Baseline, Baselines } from '../baselines';
import { readingOf, severityOf, type ScaleReading } from './scale-readings';
import { valueAt } from './scale-value';

export interface ScaleImprovement {
  readonly scale: ScaleSlug;
  readonly improvementPct: number;
  readonly variance: number;
  /** As measured; of several muscles the mean. */
  readonly peak: number;
  readonly baseline: Baseline;
}

/** How much a scale errs at this clinic beside what is assumed; 1 where nothing was learned. */
export type ScaleNoise = Readonly<Partial<Record<ScaleSlug, number>>>;

/**
 * The improvement that a scale shows at the peak against its baseline: of several scales, the one that scatters least.
 * Undefined when no scale was taken at the peak, or when there was nothing to improve.
 *
 * @param measurements of one session, those at the peak only if they count as such
 */
export function improvementOnScale(
  measurements: readonly Measurement[],
  baselines: Pick<Baselines, 'of'>,
  noise: ScaleNoise = {},
): ScaleImprovement | undefined {
  let best: ScaleImprovement | undefined;
  for (const scale of new Set(measurements.map((measured) => measured.scale))) {
    const reading = readingOf(scale);
    const peak = valueAt(measurements, scale, 'peak');
    if (!isScale(scale) || !reading || peak === undefined) continue;
    const baseline = baselines.of(scale);
    if (!baseline || baseline.severity <= 0) continue;
    const improvementPct = improvement(reading, baseline.severity, severityOf(reading, peak));
    const variance = varianceOf(reading, baseline, improvementPct) * (noise[scale] ?? 1);
    if (!best || variance < best.variance) best = { scale, improvementPct, variance, peak, baseline };
  }
  return best;
}

/** Percent of a full improvement. A small baseline makes percentages that mean nothing, so they have limits. */
function improvement({ fullDrop }: ScaleReading, from: number, to: number): number {
  return Math.min(110, Math.max(-20, (100 * (from - to)) / (from * fullDrop)));
}

/** A measured start errs by 0.7 of what a peak does: it is taken with more time. */
const START_ERROR_SHARE = 0.5;

/** From the measurement error: what a point is worth grows as the baseline falls, and the baseline itself errs. */
function varianceOf(
  { fullDrop, error }: ScaleReading,
  { severity, values }: Baseline,
  improvementPct: number,
): number {
  const perPoint = 100 / (severity * fullDrop);
  const left = 1 - (fullDrop * Math.min(100, Math.max(0, improvementPct))) / 100;
  return perPoint ** 2 * error ** 2 * (1 + (START_ERROR_SHARE * left ** 2) / values);
}

/** By scale: how bad it was just before the injection, counted from "no symptoms"; scales at zero are left out. */
export function severityAtStart(measurements: readonly Measurement[]): Map<string, number> {
  const severities = new Map<string, number>();
  for (const scale of new Set(measurements.map((measured) => measured.scale))) {
    const reading = readingOf(scale);
    const start = valueAt(measurements, scale, 'cycle-start');
    const severity = reading && start !== undefined ? severityOf(reading, start) : 0;
    if (severity > 0) severities.set(scale, severity);
  }
  return severities;
}

/** The share of its own cycle-start value that the peak took away: whether the illness grew while the effect held. */
export function fallInCycle(measurements: readonly Measurement[], scale: string): number | undefined {
  const reading = readingOf(scale);
  const [start, peak] = [valueAt(measurements, scale, 'cycle-start'), valueAt(measurements, scale, 'peak')];
  if (!reading || start === undefined || peak === undefined) return undefined;
  const severity = severityOf(reading, start);
  return severity > 0 ? improvement(reading, severity, severityOf(reading, peak)) : undefined;
}
