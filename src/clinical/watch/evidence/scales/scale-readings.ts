import { isScale, type ScaleSlug } from '../../../catalogue/scales';

/** How a scale speaks of the size of a response. */
export interface ScaleReading {
  /** The share of its baseline that a full (100 %) improvement takes away. */
  readonly fullDrop: number;
  /** Measurement error: SD of one reading about the patient's true value, in points. */
  readonly error: number;
  /** The value of "no symptoms", or of what a person without the illness reaches. */
  readonly zero: number;
  readonly better: 'lower' | 'higher';
  /** What it is counted from where no start was measured. */
  readonly assumedStart?: number;
  /** It looks back over weeks, so that it is taken at the end of the cycle: the last day after the session that counts. */
  readonly looksBackUntil?: 'next-session';
  readonly source: string;
}

const SIMULATED = 'P: simulated courses';
const REAL_CYCLES = 'V: cycles of the cdystonia trial data';
const GUESS = 'P: guess, not tested';

/**
 * How far treatment takes each scale down, and how much one reading errs. TWSTRS is confirmed on real cycles, four others
 * on simulated courses; the rest are proposals. Null is not read: the change itself, or a length.
 */
const READINGS: Readonly<Record<ScaleSlug, ScaleReading | null>> = {
  twstrs_total: lower(0.75, 5, REAL_CYCLES),
  midas: lookingBack(lower(0.9, 13, SIMULATED)),
  mas: lower(0.7, 0.45, SIMULATED),
  jrs: lower(0.8, 0.85, SIMULATED),
  hfs7: lower(0.8, 2.6, SIMULATED),
  twstrs_severity: lower(0.6, 3, GUESS),
  twstrs_pain: lower(0.9, 2.5, GUESS),
  twstrs_disability: lower(0.75, 3.5, GUESS),
  tsui: lower(0.75, 2, GUESS),
  bsdi: lower(0.8, 0.5, GUESS),
  hfs30: lower(0.8, 9, GUESS),
  smc_grade: { ...lower(0.8, 0.6, GUESS), zero: 1 },
  ashworth: lower(0.7, 0.45, GUESS),
  das: lower(0.7, 0.5, GUESS),
  mhd: lookingBack(lower(0.9, 3, GUESS)),
  mmd: lookingBack(lower(0.9, 3, GUESS)),
  hit6: lookingBack({ ...lower(0.5, 4, GUESS), zero: 36 }),
  nrs_pain: lower(0.9, 1.2, GUESS),
  dds: lower(0.75, 12, GUESS),
  cdip58: lower(0.6, 9, GUESS),
  cdq24: lower(0.6, 9, GUESS),
  msq: lookingBack(higher(100, 0.7, 9, GUESS)),
  tardieu: lower(0.7, 0.5, GUESS),
  tardieu_angle: lower(0.7, 9, GUESS),
  repas: lower(0.6, 5, GUESS),
  spasm_frequency: lower(0.8, 0.6, GUESS),
  hsgs: lower(0.8, 3, GUESS),
  dlqi: lower(0.9, 3, GUESS),
  vhi10: lower(0.7, 4, GUESS),
  dsfs: { ...lower(0.8, 0.9, GUESS), zero: 2 },
  hdss: { ...lower(0.9, 0.45, GUESS), zero: 1 },
  ftm: lower(0.6, 8, GUESS),
  ftm_a: lower(0.6, 5, GUESS),
  ftm_b: lower(0.6, 4, GUESS),
  ftm_c: lower(0.6, 3, GUESS),
  tetras: lower(0.6, 4, GUESS),
  tetras_adl: lower(0.6, 4, GUESS),
  cgi_s: { ...lower(0.6, 0.6, GUESS), zero: 1 },
  gas_t: lookingBack({ ...higher(60, 0.9, 4, GUESS), assumedStart: 37 }),
  mouth_opening: higher(50, 0.8, 4, GUESS),
  gait_speed: higher(1.3, 0.4, 0.08, GUESS),
  bfmdrs: lower(0.5, 5, GUESS),
  ndi: lower(0.6, 5, GUESS),
  odi: lower(0.6, 5, GUESS),
  gravimetry: lower(0.9, 40, GUESS),
  // The change itself in a scale of its own, or a length; a range of motion has another normal value at each joint.
  rom: null,
  cgi_i: null,
  pgic: null,
  peak_effect_0_4: null,
  pct_improvement: null,
  duration_days: null,
};

/** A value of a scale that this version no longer knows is not read either. */
export function readingOf(scale: string): ScaleReading | null {
  return isScale(scale) ? READINGS[scale] : null;
}

/** How bad a value is, counted from "no symptoms" in points of the scale; below 0 is better than that. */
export function severityOf({ zero, better }: ScaleReading, value: number): number {
  return better === 'lower' ? value - zero : zero - value;
}

/** The value of the scale that is so bad. */
export function valueOfSeverity({ zero, better }: ScaleReading, severity: number): number {
  return better === 'lower' ? zero + severity : zero - severity;
}

function lower(fullDrop: number, error: number, source: string): ScaleReading {
  return { fullDrop, error, zero: 0, better: 'lower', source };
}

function higher(zero: number, fullDrop: number, error: number, source: string): ScaleReading {
  return { fullDrop, error, zero, better: 'higher', source };
}

function lookingBack(reading: ScaleReading): ScaleReading {
  return { ...reading, looksBackUntil: 'next-session' };
}
