import type { EffectLength } from '../../due/effect-length';
import { improvementOnScale, scaleValue } from './scale-evidence';
import type { Measurement, SessionResponse } from '../../treated-session';

export const SIZE_READINGS = ['rating', 'pgic', 'peak-effect', 'scale'] as const;
export type SizeReading = (typeof SIZE_READINGS)[number];

/** How much the injection helped at its peak. */
export interface ResponseSize {
  /** 0 to 100 as a rule; the weighted mean of what was recorded. */
  readonly improvementPct: number;
  readonly variance: number;
  readonly readings: readonly SizeReading[];
}

/** What the record says of one session: nothing, its size, its length or both. */
export interface ResponseEvidence {
  readonly size?: ResponseSize;
  /** Absent when nobody asked. */
  readonly length?: EffectLength & { readonly kind: 'wore-off' | 'at-least' };
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

/**
 * How much and how long did this session help?
 *
 * Size is the inverse-variance mean of the patient's rating, the PGIC, the 0-4 peak effect and the fall of a scale.
 */
export function readResponse(response: SessionResponse | undefined, length: EffectLength): ResponseEvidence {
  return { size: response && sizeOf(response), length: isKnown(length) ? length : undefined };
}

function sizeOf(response: SessionResponse): ResponseSize | undefined {
  const readings: SizeReading[] = [];
  let weight = 0;
  let sum = 0;
  const add = (reading: SizeReading, value: number, variance: number) => {
    readings.push(reading);
    weight += 1 / variance;
    sum += value / variance;
  };

  const measured = response.measurements ?? [];
  const rating = response.improvementPct ?? peakOf(measured, 'pct_improvement');
  if (rating !== undefined) add('rating', rating, RATING_VARIANCE);
  const pgic =
    PGIC[Math.round(response.pgic ?? peakOf(measured, 'pgic') ?? peakOf(measured, 'cgi_i') ?? 0) - 1];
  if (pgic) add('pgic', ...pgic);
  const effect = PEAK_EFFECT[Math.round(response.peakEffect ?? peakOf(measured, 'peak_effect_0_4') ?? -1)];
  if (effect) add('peak-effect', ...effect);
  const scale = improvementOnScale(measured);
  if (scale) add('scale', scale.improvementPct, scale.variance);

  return readings.length ? { improvementPct: sum / weight, variance: 1 / weight, readings } : undefined;
}

function peakOf(measurements: readonly Measurement[], scale: string): number | undefined {
  const measured = measurements.find((each) => each.scale === scale && each.phase === 'peak');
  return measured && scaleValue(measured.value);
}

function isKnown(length: EffectLength): length is EffectLength & { readonly kind: 'wore-off' | 'at-least' } {
  return length.kind !== 'unknown';
}
