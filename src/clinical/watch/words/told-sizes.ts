import { SCALES, type ScaleSlug } from '../../catalogue/scales';
import type { BaselineKind } from '../evidence/baselines';
import { keyOf, type EnteredReading, type MeasureKey } from '../evidence/entered-reading';
import type { ResponseEvidence } from '../evidence/response-evidence';
import { readingOf, valueOfSeverity } from '../evidence/scales/scale-readings';

/** Scales whose name in the catalogue is too long for a sentence, or begins one. */
const SHORT_NAMES: Readonly<Partial<Record<ScaleSlug, string>>> = {
  mhd: 'headache days',
  mmd: 'migraine days',
  midas: 'MIDAS',
  msq: 'MSQ',
  nrs_pain: 'pain (0-10)',
  tardieu: 'Tardieu',
  tardieu_angle: 'Tardieu angle',
  repas: 'REPAS',
  spasm_frequency: 'spasm frequency',
  das: 'Disability Assessment',
  bsdi: 'BSDI',
  smc_grade: 'SMC grade',
  gas_t: 'goal attainment T',
  dsfs: 'drooling severity and frequency',
  ndi: 'Neck Disability Index',
  odi: 'Oswestry Disability Index',
  mouth_opening: 'mouth opening in mm',
  gait_speed: 'gait speed in m/s',
  gravimetry: 'gravimetry in mg',
};

const PGIC_WORDS = [
  'very much improved',
  'much improved',
  'minimally improved',
  'no change',
  'minimally worse',
  'much worse',
  'very much worse',
] as const;

const BASELINE_WORDS: Readonly<Record<BaselineKind, string>> = {
  untreated: 'untreated',
  'cycle-start': 'at cycle starts',
  assumed: 'assumed without treatment',
};

const BLENDED_STARTS = 'from the cycle starts';

export function measureName(key: MeasureKey): string {
  if (key === 'rating') return "patient's rating";
  if (key === 'pgic') return 'PGIC';
  if (key === 'peak-effect') return 'peak effect (0-4)';
  return SHORT_NAMES[key] ?? SCALES[key].name;
}

/** The one measure that all known sizes rest on alone; undefined where there are several, or no size. */
export function singleMeasure(sessions: readonly ResponseEvidence[]): MeasureKey | undefined {
  const readings = sessions.flatMap(({ size }) => (size ? [size.entered] : []));
  const [first] = readings[0] ?? [];
  if (!first) return undefined;
  const alone = readings.every((entered) => entered.length === 1 && keyOf(entered[0]!) === keyOf(first));
  return alone ? keyOf(first) : undefined;
}

/**
 * How much some sessions helped, by the measure they rest on and as it was entered; of several measures, what they make
 * together under a name of its own, then each. `benefit is 20-30 % (patient's rating)`, `TWSTRS total is 43-44 at the
 * peak, against 45 untreated`.
 */
export function sizesText(sessions: readonly ResponseEvidence[], tense: 'present' | 'past'): string {
  const entered = sessions.flatMap(({ size }) => size?.entered ?? []);
  const [is, are] = tense === 'present' ? ['is', 'are'] : ['was', 'were'];
  const single = singleMeasure(sessions);
  if (single === 'rating')
    return `benefit ${is} ${spanText(entered.map(({ value }) => value))} % (patient's rating)`;
  if (single) {
    const name = measureName(single);
    const value = `${valuesText(single, entered)}${beside(single, entered)}`;
    return `${name} ${name.endsWith('days') ? are : is} ${value}`;
  }
  const together = sessions.flatMap(({ size }) => (size ? [Math.round(size.improvementPct)] : []));
  const each = [...new Set(entered.map(keyOf))].map((key) => {
    const by = entered.filter((reading) => keyOf(reading) === key);
    return `${key === 'rating' ? 'rating' : measureName(key)} ${valuesText(key, by)}${beside(key, by)}`;
  });
  return `benefit ${is} ${spanText(together)} % combined improvement (${each.join('; ')})`;
}

/** `29-31`, `1+ to 2`: values of one measure as they were entered; of several muscles the mean. */
export function valuesText(key: MeasureKey, entered: readonly EnteredReading[]): string {
  const values = entered.map(({ value }) => value);
  if (key === 'rating') return `${spanText(values)} %`;
  if (key !== 'mas') return spanText(values);
  const ofMuscles = entered.some(({ meanOf }) => meanOf !== undefined);
  const label = (value: number): string => (value === 1.5 && !ofMuscles ? '1+' : rounded(value));
  const range = rangeText(label(Math.min(...values)), label(Math.max(...values)));
  return ofMuscles ? `${range} (mean of the muscles)` : range;
}

/** What a value means by itself, or what it was held against. */
function beside(key: MeasureKey, entered: readonly EnteredReading[]): string {
  if (key === 'rating' || key === 'peak-effect') return '';
  if (key !== 'pgic') return ` at the peak, ${againstText(key, entered)}`;
  const [grade, ...others] = new Set(entered.map(({ value }) => value));
  return others.length ? '' : ` (${PGIC_WORDS[Math.round(grade!) - 1]})`;
}

function againstText(scale: ScaleSlug, entered: readonly EnteredReading[]): string {
  const reading = readingOf(scale);
  const baselines = entered.flatMap(({ baseline }) => baseline ?? []);
  const kinds = [...new Set(baselines.map(({ kind }) => kind))];
  // Of several starts a baseline is made that nobody entered: it is not told as if it had been measured.
  const blended = baselines.some((baseline) => baseline.kind === 'cycle-start' && baseline.values > 1);
  const values = baselines.flatMap(({ severity }) => (reading ? [valueOfSeverity(reading, severity)] : []));
  const told = kinds.map((kind) =>
    kind === 'cycle-start' && blended ? BLENDED_STARTS : BASELINE_WORDS[kind],
  );
  return `against ${blended ? 'a baseline of ' : ''}${spanText(values)} ${told.join(' or ')}`;
}

/** `20`, `20-30`, `-10 to 5`. */
function spanText(values: readonly number[]): string {
  return rangeText(rounded(Math.min(...values)), rounded(Math.max(...values)));
}

function rangeText(least: string, most: string): string {
  if (least === most) return least;
  return /[-+]/.test(least) ? `${least} to ${most}` : `${least}-${most}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
