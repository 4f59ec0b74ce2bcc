import { dayText } from '../../due/due-text';
import type { PlainDate } from '../../calendar';
import { scaleOf, scaleRank } from '../../catalogue/scales';
import { toHundredth } from '../../numbers';
import type { Measurement, MeasurementPhase } from '../../treated-session';
import { slugWords } from '../../words';
import type { PaperTreatment } from '../course-lines';

export interface ScaleReading {
  readonly value: number | string;
  readonly phase: MeasurementPhase;
  readonly measuredOn?: PlainDate;
}

/** One scale, of one muscle group where it is taken of groups, before a treatment and after it. */
export interface ScaleChange {
  readonly scale: string;
  readonly name: string;
  readonly of: string | null;
  readonly before: ScaleReading | null;
  readonly after: ScaleReading | null;
}

/**
 * What did the scales say before the last of these treatments, and what after it?
 *
 * Before: at the start of its own cycle, else the latest time that the scale was taken untreated. After: at its peak,
 * else at the end of its cycle. A scale that was only taken before treatments long past is not told.
 */
export function scaleChanges(treatments: readonly PaperTreatment[]): ScaleChange[] {
  const own = measurementsOf(treatments.at(-1));
  const untreated = treatments.flatMap(measurementsOf).filter(({ phase }) => phase === 'untreated');
  const places = new Map(own.map((measurement) => [placeOf(measurement), measurement]));
  return [...places.values()].map(({ scale, of }) => {
    const here = (measurement: Measurement): boolean => measurement.scale === scale && measurement.of === of;
    const at = (phase: MeasurementPhase) =>
      own.find((measurement) => here(measurement) && measurement.phase === phase);
    return {
      scale,
      name: scaleOf(scale).name,
      of: of ?? null,
      before: readingOf(at('cycle-start') ?? untreated.findLast(here)),
      after: readingOf(at('peak') ?? at('cycle-end')),
    };
  });
}

/** `TWSTRS total: 42 at the start of the cycle (4 May 2026), 21 at the peak (1 Jun 2026): better by 21 (50 %)`. */
export function scaleLine(change: ScaleChange): string {
  const { name, of, before, after } = change;
  const told = [readingText(before, 'before'), readingText(after, 'after')].join(', ');
  const verdict = verdictOf(change);
  return `${name}${of ? ` (${slugWords(of).toLowerCase()})` : ''}: ${told}${verdict ? `: ${verdict}` : ''}.`;
}

const PHASE_TEXT: Readonly<Record<MeasurementPhase, string>> = {
  untreated: 'untreated',
  'cycle-start': 'at the start of the cycle',
  peak: 'at the peak',
  'cycle-end': 'at the end of the cycle',
};

function readingText(reading: ScaleReading | null, when: 'before' | 'after'): string {
  if (!reading) return `not taken ${when}`;
  const { value, phase, measuredOn } = reading;
  return `${value} ${PHASE_TEXT[phase]}${measuredOn ? ` (${dayText(measuredOn)})` : ''}`;
}

function verdictOf(change: ScaleChange): string | undefined {
  const by = betterBy(change);
  if (by === undefined) return undefined;
  if (by === 0) return 'the same';
  const words = by > 0 ? 'better' : 'worse';
  if (scaleOf(change.scale).labels) return words;
  const share = betterByPct(change);
  return `${words} by ${Math.abs(by)}${share === undefined ? '' : ` (${Math.round(Math.abs(share))} %)`}`;
}

/** By how many percent of what it was before; below zero: worse. Grades have no share, nor has a zero. */
export function betterByPct(change: ScaleChange): number | undefined {
  const by = betterBy(change);
  if (by === undefined || scaleOf(change.scale).labels) return undefined;
  const base = Math.abs(Number(change.before!.value));
  return base > 0 ? (by / base) * 100 : undefined;
}

/** By how much, in points or grades; below zero: worse. */
export function betterBy({ scale, before, after }: ScaleChange): number | undefined {
  if (!before || !after) return undefined;
  const { direction } = scaleOf(scale);
  const rise = toHundredth(scaleRank(scale, after.value) - scaleRank(scale, before.value));
  return rise === 0 ? 0 : direction === 'higher-is-worse' ? -rise : rise;
}

function measurementsOf(treatment: PaperTreatment | undefined): readonly Measurement[] {
  return treatment?.response?.measurements ?? [];
}

function placeOf({ scale, of }: Measurement): string {
  return `${scale} ${of ?? ''}`;
}

function readingOf(one: Measurement | undefined): ScaleReading | null {
  return one
    ? { value: one.value, phase: one.phase, ...(one.measuredOn && { measuredOn: one.measuredOn }) }
    : null;
}
