import { isScale } from '../../catalogue/scales';
import { mean } from '../../numbers';
import type { Measurement } from '../../treated-session';
import type { ScaleReading } from './scales/scale-readings';
import { readingOf, severityOf } from './scales/scale-readings';
import { valueAt } from './scales/scale-value';

/** What a peak is held against: the value without treatment, the starts of cycles, or what is usual where nobody measured one. */
export const BASELINE_KINDS = ['untreated', 'cycle-start', 'assumed'] as const;
export type BaselineKind = (typeof BASELINE_KINDS)[number];

export interface Baseline {
  readonly kind: BaselineKind;
  /** How bad it was, counted from "no symptoms". */
  readonly severity: number;
  /** How many measured values are behind it. */
  readonly values: number;
}

/** The baselines of one course, scale by scale, as its sessions come in. */
export interface Baselines {
  /** The measurements of the next session. */
  add(measurements: readonly Measurement[]): void;
  /** Of several muscle groups the mean, or that of one of them. */
  of(scale: string, group?: string): Baseline | undefined;
}

const STARTS = 3;
const UNTREATED_WORTH = 2;
/** One start alone counts for less, by so much of the measurement error: half of what a start errs (P, simulated courses). */
const ONE_START_LESS = 0.35;

/**
 * Two baselines (clinical reference 4.2): the untreated value where there is one; else the worst of the cycle starts. A
 * cycle that starts low because the last one still works is carry-over: held against its own start alone, a
 * well-controlled patient would seem to fail. An illness that progresses moves the later starts up.
 */
export function startBaselines(): Baselines {
  const seen = new Map<string, { untreated: number[]; starts: number[] }>();
  return {
    add(measurements) {
      for (const scale of new Set(measurements.map((measured) => measured.scale))) {
        const reading = readingOf(scale);
        if (!reading || !isScale(scale)) continue;
        for (const group of [undefined, ...groupsMeasured(measurements, scale)]) {
          const key = keyOf(scale, group);
          const known = seen.get(key) ?? { untreated: [], starts: [] };
          seen.set(key, known);
          const taken = group ? measurements.filter((measured) => measured.of === group) : measurements;
          const untreated = valueAt(taken, scale, 'untreated');
          const start = valueAt(taken, scale, 'cycle-start');
          if (untreated !== undefined) known.untreated.push(severityOf(reading, untreated));
          if (start !== undefined) known.starts.push(severityOf(reading, start));
        }
      }
    },
    of(scale, group) {
      const { untreated = [], starts = [] } = seen.get(keyOf(scale, group)) ?? {};
      if (untreated.length)
        return {
          kind: 'untreated',
          severity: mean(untreated)!,
          values: Math.max(UNTREATED_WORTH, untreated.length),
        };
      const reading = readingOf(scale);
      if (reading && starts.length)
        return {
          kind: 'cycle-start',
          severity: worstStart(starts, reading),
          values: Math.min(STARTS, starts.length),
        };
      return reading?.assumedStart === undefined
        ? undefined
        : { kind: 'assumed', severity: severityOf(reading, reading.assumedStart), values: 1 };
    },
  };
}

/** The worst of the first three and the last three together, and of the very first and the latest, each alone. */
function worstStart(starts: readonly number[], { error }: ScaleReading): number {
  const alone = Math.max(starts[0]!, starts.at(-1)!) - ONE_START_LESS * error;
  return Math.max(alone, mean(starts.slice(0, STARTS))!, mean(starts.slice(-STARTS))!);
}

/** The muscle groups of which a scale was taken; none where it was taken of the whole. */
export function groupsMeasured(measurements: readonly Measurement[], scale: string): readonly string[] {
  return [...new Set(measurements.flatMap((measured) => (measured.scale === scale && measured.of) || []))];
}

function keyOf(scale: string, group: string | undefined): string {
  return group === undefined ? scale : `${scale} ${group}`;
}
