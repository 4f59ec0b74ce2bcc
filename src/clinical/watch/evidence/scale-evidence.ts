import { isScale, type ScaleSlug } from '../../catalogue/scales';
import type { Measurement } from '../../treated-session';

/** How a scale speaks of the size of a response. */
interface ScaleReading {
  /** The share of its cycle-start value that a full (100 %) improvement takes away. */
  readonly fullDrop: number;
  /** Variance of the improvement read from it, percent points squared. */
  readonly variance: number;
  /** The value of "no symptoms", where that is not zero. */
  readonly zero?: number;
}

/**
 * The first five come with the reference rule. The others are proposals (P) with wide variances; null is not read.
 */
const READINGS: Readonly<Record<ScaleSlug, ScaleReading | null>> = {
  twstrs_total: { fullDrop: 0.75, variance: 370 },
  midas: { fullDrop: 0.9, variance: 800 },
  mas: { fullDrop: 0.7, variance: 540 },
  jrs: { fullDrop: 0.8, variance: 490 },
  hfs7: { fullDrop: 0.8, variance: 740 },
  twstrs_severity: { fullDrop: 0.6, variance: 550 },
  twstrs_pain: { fullDrop: 0.9, variance: 900 },
  twstrs_disability: { fullDrop: 0.75, variance: 700 },
  tsui: { fullDrop: 0.75, variance: 600 },
  bsdi: { fullDrop: 0.8, variance: 740 },
  hfs30: { fullDrop: 0.8, variance: 740 },
  smc_grade: { fullDrop: 0.8, variance: 900 },
  ashworth: { fullDrop: 0.7, variance: 700 },
  das: { fullDrop: 0.7, variance: 900 },
  mhd: { fullDrop: 0.9, variance: 800 },
  mmd: { fullDrop: 0.9, variance: 800 },
  nrs_pain: { fullDrop: 0.9, variance: 800 },
  hdss: { fullDrop: 0.9, variance: 900, zero: 1 },
  ftm: { fullDrop: 0.6, variance: 900 },
  tetras: { fullDrop: 0.6, variance: 900 },
  dsfs: { fullDrop: 0.8, variance: 900, zero: 2 },
  dds: { fullDrop: 0.75, variance: 900 },
  tardieu: { fullDrop: 0.7, variance: 900 },
  spasm_frequency: { fullDrop: 0.8, variance: 900 },
  dlqi: { fullDrop: 0.9, variance: 900 },
  // Parts of a total that is read, or the change itself in a scale of its own.
  ftm_a: null,
  ftm_b: null,
  ftm_c: null,
  tetras_adl: null,
  cgi_i: null,
  pgic: null,
  peak_effect_0_4: null,
  pct_improvement: null,
  duration_days: null,
  // No point of "no symptoms" to count from, or up is better.
  hit6: null,
  msq: null,
  rom: null,
  cgi_s: null,
  gas_t: null,
  mouth_opening: null,
  gait_speed: null,
  // Nothing is known of how far treatment takes them down.
  bfmdrs: null,
  cdip58: null,
  cdq24: null,
  vhi10: null,
  hsgs: null,
  tardieu_angle: null,
  repas: null,
  ndi: null,
  odi: null,
  gravimetry: null,
};

/** Between 1 and 2 on the line from 0 to 4; the other grades are numbers as they stand. */
const MAS_ONE_PLUS = 1.5;

export interface ScaleImprovement {
  readonly scale: string;
  readonly improvementPct: number;
  readonly variance: number;
}

/**
 * The improvement that a scale shows between the start of this cycle and its peak: of several scales, the one that
 * scatters least. Undefined when no scale was taken at both times, or when there was nothing to improve at the start.
 */
export function improvementOnScale(measurements: readonly Measurement[]): ScaleImprovement | undefined {
  let best: ScaleImprovement | undefined;
  for (const scale of new Set(measurements.map((each) => each.scale))) {
    const reading = readingOf(scale);
    const start = meanOf(measurements, scale, 'cycle-start');
    const peak = meanOf(measurements, scale, 'peak');
    if (!reading || start === undefined || peak === undefined) continue;
    const severity = start - (reading.zero ?? 0);
    if (severity <= 0 || (best && best.variance <= reading.variance)) continue;
    const improvementPct = clamp((100 * (start - peak)) / severity / reading.fullDrop);
    best = { scale, improvementPct, variance: reading.variance };
  }
  return best;
}

/** A value of a scale that this version no longer knows is not read either. */
function readingOf(scale: string): ScaleReading | null {
  return isScale(scale) ? READINGS[scale] : null;
}

/** A grade or score as a number; undefined when it is neither. */
export function scaleValue(value: number | string): number | undefined {
  const number = value === '1+' ? MAS_ONE_PLUS : Number(value);
  return Number.isFinite(number) && value !== '' ? number : undefined;
}

/** A small cycle-start value makes percentages that mean nothing. */
function clamp(improvementPct: number): number {
  return Math.min(110, Math.max(-20, improvementPct));
}

function meanOf(
  measurements: readonly Measurement[],
  scale: string,
  phase: Measurement['phase'],
): number | undefined {
  let sum = 0;
  let count = 0;
  for (const each of measurements) {
    const value = each.scale === scale && each.phase === phase ? scaleValue(each.value) : undefined;
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count ? sum / count : undefined;
}

/** By scale: how bad it was just before the injection, counted from "no symptoms"; scales at zero are left out. */
export function severityAtStart(measurements: readonly Measurement[]): Map<string, number> {
  const severities = new Map<string, number>();
  for (const scale of new Set(measurements.map((each) => each.scale))) {
    const reading = readingOf(scale);
    const start = meanOf(measurements, scale, 'cycle-start');
    const severity = reading && start !== undefined ? start - (reading.zero ?? 0) : 0;
    if (severity > 0) severities.set(scale, severity);
  }
  return severities;
}
