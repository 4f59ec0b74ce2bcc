import type { PlainDate } from '../../calendar';
import type { IndicationSlug } from '../../catalogue/indications';
import type { ScaleSlug } from '../../catalogue/scales';
import type { EffectLength } from '../../due/effect/effect-length';
import type { RuleValues } from '../../rules';
import type { Measurement, SessionResponse } from '../../treated-session';
import type { Baselines } from './baselines';
import type { EnteredReading, SizeReading } from './entered-reading';
import type { Judged, SessionSpan } from './peak-window';
import { countsAsPeak, judgedAt } from './peak-window';
import type { ScaleNoise } from './scales/scale-evidence';
import { improvementOnScale } from './scales/scale-evidence';
import { readingOf } from './scales/scale-readings';
import { scaleValue } from './scales/scale-value';
import type { SessionOutcome } from './session-outcome';
import { outcomeOf } from './session-outcome';

/** How much the injection helped at its peak. */
export interface ResponseSize {
  /** 0 to 100 as a rule; the weighted mean of what was recorded. */
  readonly improvementPct: number;
  readonly variance: number;
  readonly readings: readonly SizeReading[];
  /** What it was made from, as entered. */
  readonly entered: readonly EnteredReading[];
  /** Only by measures that were never taken beside those of the sessions before. */
  readonly byOtherMeasure?: true;
}

/** What the record says of one session: nothing, its size, its length or both. */
export interface ResponseEvidence {
  readonly size?: ResponseSize;
  /** Absent when nobody asked. */
  readonly length?: EffectLength & { readonly kind: 'wore-off' | 'at-least' };
  /** Something was judged outside the peak window: it is kept and shown, and informs no size. */
  readonly offPeak?: Exclude<Judged, 'peak' | 'as-recorded'>;
  /** Whether it worked by the indication's own measure. */
  readonly outcome?: SessionOutcome;
}

const RATING_VARIANCE = 20;
/** By PGIC grade 1 to 7: the improvement it stands for, and its variance. */
const PGIC: readonly (readonly [number, number])[] = [
  [86, 90],
  [60, 80],
  [35, 80],
  [12, 80],
  [-4, 60],
  [-10, 60],
  [-10, 60],
];
/** By peak effect 0 to 4 (P; not part of the reference rule). */
const PEAK_EFFECT: readonly (readonly [number, number])[] = [
  [5, 120],
  [22, 120],
  [45, 150],
  [68, 150],
  [86, 120],
];

/** What a session's response is read by. */
export interface ReadBy {
  readonly indication: IndicationSlug;
  readonly rules: RuleValues;
  readonly baselines: Pick<Baselines, 'of'>;
  readonly scaleNoise?: ScaleNoise;
}

/**
 * How much and how long did this session help?
 *
 * Size is the inverse-variance mean of the patient's rating, the PGIC, the 0-4 peak effect and the fall of a scale, as
 * far as they were judged at the peak.
 */
export function readResponse(
  response: SessionResponse | undefined,
  span: SessionSpan,
  length: EffectLength,
  by: ReadBy,
): ResponseEvidence {
  const { size, offPeak, outcome } = response ? sizeOf(response, span, by) : {};
  return {
    size,
    length: isKnown(length) ? length : undefined,
    ...(offPeak && { offPeak }),
    ...(outcome && { outcome }),
  };
}

function sizeOf(
  response: SessionResponse,
  span: SessionSpan,
  { indication, rules, baselines, scaleNoise }: ReadBy,
): Omit<ResponseEvidence, 'length'> {
  const entered: EnteredReading[] = [];
  let weight = 0;
  let sum = 0;
  let offPeak: ResponseEvidence['offPeak'];
  const add = (what: EnteredReading, [value, variance]: readonly [number, number]) => {
    entered.push(what);
    weight += 1 / variance;
    sum += value / variance;
  };
  const atPeak = (day: PlainDate | undefined, until?: 'next-session'): boolean => {
    const judged = judgedAt(span, day ?? response.assessedOn, rules, until);
    if (judged === 'early' || judged === 'late') offPeak = judged;
    return countsAsPeak(judged);
  };

  const measured = (response.measurements ?? []).filter(
    ({ phase, scale, measuredOn }) =>
      phase !== 'peak' || atPeak(measuredOn, readingOf(scale)?.looksBackUntil),
  );
  const read = (direct: number | null | undefined, ...scales: readonly ScaleSlug[]): number | undefined =>
    direct !== undefined && direct !== null
      ? atPeak(undefined)
        ? direct
        : undefined
      : scales.map((scale) => peakOf(measured, scale)).find((value) => value !== undefined);

  const rating = read(response.improvementPct, 'pct_improvement');
  if (rating !== undefined) add({ reading: 'rating', value: rating }, [rating, RATING_VARIANCE]);
  const pgic = read(response.pgic, 'pgic', 'cgi_i');
  const impression = PGIC[Math.round(pgic ?? 0) - 1];
  if (pgic !== undefined && impression) add({ reading: 'pgic', value: pgic }, impression);
  const effect = read(response.peakEffect, 'peak_effect_0_4');
  const grade = PEAK_EFFECT[Math.round(effect ?? -1)];
  if (effect !== undefined && grade) add({ reading: 'peak-effect', value: effect }, grade);
  const onScale = improvementOnScale(measured, baselines, scaleNoise);
  if (onScale) {
    const { scale, peak, baseline, improvementPct, variance } = onScale;
    const muscles = measured.filter(
      (measurement) => measurement.scale === scale && measurement.phase === 'peak',
    ).length;
    const of = muscles > 1 ? { meanOf: muscles } : {};
    add({ reading: 'scale', value: peak, scale, baseline, ...of }, [improvementPct, variance]);
  }

  const readings = entered.map(({ reading }) => reading);
  const size = entered.length
    ? { improvementPct: sum / weight, variance: 1 / weight, readings, entered }
    : undefined;
  return { size, offPeak, outcome: outcomeOf({ indication, entered, measurements: measured, baselines }) };
}

function peakOf(measurements: readonly Measurement[], scale: string): number | undefined {
  const measured = measurements.find(
    (measurement) => measurement.scale === scale && measurement.phase === 'peak',
  );
  return measured && scaleValue(measured.value);
}

/** Does the size rest on a scale and nothing else? */
export function isScaleOnly({ readings }: Pick<ResponseSize, 'readings'>): boolean {
  return readings.every((reading) => reading === 'scale');
}

function isKnown(length: EffectLength): length is EffectLength & { readonly kind: 'wore-off' | 'at-least' } {
  return length.kind !== 'unknown';
}
