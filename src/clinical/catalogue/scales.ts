import type { MeasurementPhase } from '../treated-session';
import type { IndicationSlug } from './indication-slugs';
import { MEASURED_GROUPS } from './anatomy/muscle-groups';

export type ScaleDirection = 'higher-is-worse' | 'higher-is-better';

/** The smallest change that matters: points of the scale, or percent of the value it is compared with. */
export interface MeaningfulChange {
  readonly value: number;
  readonly kind: 'points' | 'percent';
  readonly source: string;
}

export interface Scale {
  readonly slug: ScaleSlug;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Distance between values that exist; null where any number in range does. */
  readonly step: number | null;
  /** Grades that are not numbers, mildest first. The label is stored, a number is made from it when read. */
  readonly labels?: readonly string[];
  readonly direction: ScaleDirection;
  readonly rangeSource: string;
  readonly meaningfulChange: MeaningfulChange | null;
  /** Where it is another in one indication. */
  readonly meaningfulChangeIn?: Readonly<Partial<Record<IndicationSlug, MeaningfulChange>>>;
  /** It is taken of muscle groups, one by one: what `of` may name. */
  readonly groups?: readonly string[];
  /** How many domains make up its value; they may be recorded with it. */
  readonly domains?: number;
  /** Where in the cycle it is taken. */
  readonly phases: readonly MeasurementPhase[];
  readonly when: string;
}

type Numbers = readonly [min: number, max: number, step: number | null, rangeSource: string];

/** What is read of it, and when; no `change` where none is known. */
interface Taken {
  readonly change?: readonly [value: number, kind: 'points' | 'percent', source: string];
  readonly when: string;
  readonly phases?: readonly MeasurementPhase[];
  readonly labels?: readonly string[];
}

const WHOLE_CYCLE: readonly MeasurementPhase[] = ['untreated', 'cycle-start', 'peak', 'cycle-end'];
const PEAK: readonly MeasurementPhase[] = ['peak'];

const up = 'higher-is-worse';
const down = 'higher-is-better';

/** Every scale of the clinic; structure and numbers only, no instrument's wording. */
const ROWS = {
  twstrs_total: row('TWSTRS total', [0, 85, 0.25, 'V:BMJ-T1,TW-HM'], up, {
    change: [8, 'points', 'V:TW-PROBE'],
    when: 'week 4-6',
  }),
  twstrs_severity: row('TWSTRS severity', [0, 35, 1, 'V:BMJ-T1'], up, {
    change: [20, 'percent', 'V:CDFLEX-A'],
    when: 'week 4',
  }),
  twstrs_disability: row('TWSTRS disability', [0, 30, 1, 'V:BMJ-T1'], up, { when: 'week 4-6' }),
  twstrs_pain: row('TWSTRS pain', [0, 20, 0.25, 'V:BMJ-T1'], up, { when: 'week 4-6' }),
  dds: row('Dystonia Discomfort Scale', [0, 100, null, 'M'], up, { when: 'each week or at the peak' }),
  cdip58: row('CDIP-58', [0, 100, null, 'M'], up, { when: 'week 4-6' }),
  cdq24: row('CDQ-24', [0, 100, null, 'M'], up, { when: 'week 4-6' }),
  tsui: row('Tsui', [0, 25, 1, 'V:BMJ-T1'], up, { change: [2, 'points', 'V:ODER'], when: 'week 4' }),
  cgi_s: row('CGI severity', [1, 7, 1, 'M'], up, { when: 'each visit' }),
  cgi_i: row('CGI improvement (1 very much improved)', [1, 7, 1, 'M'], up, {
    when: 'week 4-6',
    phases: PEAK,
  }),
  pgic: row('PGIC (1 very much improved)', [1, 7, 1, 'M'], up, { when: 'week 4-6', phases: PEAK }),
  mhd: row('Headache days in 28 or 30 days', [0, 31, null, 'V:EHF'], up, {
    change: [30, 'percent', 'V:EHF,NICE'],
    when: 'diary, 28 days',
  }),
  mmd: row('Migraine days in 28 or 30 days', [0, 31, null, 'V:EHF'], up, {
    change: [30, 'percent', 'V:EHF,NICE'],
    when: 'diary, 28 days',
  }),
  hit6: {
    ...row('HIT-6', [36, 78, 1, 'V:HIT6-TTH'], up, { change: [6, 'points', 'V:HIT6'], when: 'end of cycle' }),
    meaningfulChangeIn: { tension_headache: { value: 8, kind: 'points', source: 'V:HIT6-TTH' } },
  },
  msq: row('MSQ, role restricted by migraine', [0, 100, null, 'M'], down, { when: 'end of cycle' }),
  midas: {
    ...row('MIDAS, days lost in 3 months', [0, 270, 1, 'M'], up, {
      change: [5, 'points', 'V:PREEMPT'],
      when: 'every 3 months',
    }),
    domains: 5,
  },
  mas: row('Modified Ashworth', [0, 5, 1, 'V:MAS-T'], up, {
    change: [1, 'points', 'M'],
    when: 'week 4-6',
    labels: ['0', '1', '1+', '2', '3', '4'],
  }),
  ashworth: row('Ashworth', [0, 4, 1, 'V:DAS'], up, { change: [1, 'points', 'V:DAS'], when: 'week 4-6' }),
  tardieu: row('Tardieu, quality of the muscle reaction', [0, 5, 1, 'M'], up, {
    change: [1, 'points', 'P'],
    when: 'week 4-6',
  }),
  tardieu_angle: row('Tardieu, angle of spasticity R2-R1, degrees', [0, 180, null, 'M'], up, {
    when: 'week 4-6',
  }),
  repas: row('REPAS, 26 movements', [0, 104, 1, 'M'], up, { when: 'week 4-6' }),
  spasm_frequency: row('Spasm frequency (Penn)', [0, 4, 1, 'M'], up, {
    change: [1, 'points', 'P'],
    when: 'week 4-6',
  }),
  rom: row('Range of motion, degrees', [0, 180, null, 'M'], down, { when: 'week 4-6' }),
  das: row('Disability Assessment, principal target', [0, 3, 1, 'V:DAS'], up, {
    change: [1, 'points', 'M'],
    when: 'week 6',
  }),
  jrs: row('Jankovic Rating', [0, 8, 1, 'V:BMJ-T1'], up, {
    change: [2, 'points', 'V:JRS'],
    when: 'week 2-6',
  }),
  bsdi: row('BSDI, mean of applicable items', [0, 4, null, 'M'], up, {
    change: [0.7, 'points', 'V:JRS'],
    when: 'week 2-6',
  }),
  hfs30: row('HFS-30', [0, 120, 1, 'D'], up, { change: [4.46, 'points', 'V:HFS-MIC'], when: 'week 4' }),
  hfs7: row('HFS-7', [0, 28, 1, 'M'], up, { change: [2.63, 'points', 'V:HFS-MIC'], when: 'week 4' }),
  // Its highest value was not found in an open source: a bound that refuses no score.
  hsgs: row('Hemifacial Spasm Grading Scale', [0, 30, 1, 'P'], up, { when: 'week 4' }),
  smc_grade: row('SMC grade, I to IV', [1, 4, 1, 'V:SMC'], up, {
    change: [1, 'points', 'M'],
    when: 'week 2-4',
  }),
  dlqi: row('DLQI', [0, 30, 1, 'M'], up, { change: [4, 'points', 'M'], when: 'week 4' }),
  hdss: row('HDSS', [1, 4, 1, 'V:HDSS'], up, { change: [2, 'points', 'V:BOT-HH'], when: 'week 4' }),
  nrs_pain: row('Pain, 0-10', [0, 10, 0.5, 'M'], up, { change: [2, 'points', 'M'], when: 'week 4-6' }),
  ftm: row('Fahn-Tolosa-Marin total', [0, 144, 1, 'V:FTM'], up, { when: 'week 4-8' }),
  ftm_a: row('Fahn-Tolosa-Marin A, severity', [0, 80, 1, 'V:FTM'], up, { when: 'week 4-8' }),
  ftm_b: row('Fahn-Tolosa-Marin B, tasks', [0, 36, 1, 'V:FTM'], up, { when: 'week 4-8' }),
  ftm_c: row('Fahn-Tolosa-Marin C, disability', [0, 28, 1, 'V:FTM'], up, { when: 'week 4-8' }),
  tetras: row('TETRAS performance', [0, 64, 0.5, 'M'], up, { when: 'week 4-8' }),
  tetras_adl: row('TETRAS activities of daily living', [0, 48, 1, 'M'], up, { when: 'week 4-8' }),
  peak_effect_0_4: row('Peak effect, 0-4', [0, 4, 1, 'V:TREM-NJ'], down, {
    when: 'at the peak',
    phases: PEAK,
  }),
  pct_improvement: row('Patient-rated improvement, %', [-100, 100, null, 'P'], down, {
    when: 'at the peak',
    phases: PEAK,
  }),
  duration_days: row('Days until symptoms return', [0, 1000, 1, 'P'], down, {
    when: 'end of cycle',
    phases: ['cycle-end'],
  }),
  gas_t: row('Goal attainment T', [0, 100, null, 'M'], down, { when: 'week 12' }),
  bfmdrs: row('Burke-Fahn-Marsden movement', [0, 120, 0.5, 'V:BMJ-T1'], up, { when: 'week 4-6' }),
  vhi10: row('VHI-10', [0, 40, 1, 'M'], up, { change: [6, 'points', 'M'], when: 'week 2-6' }),
  dsfs: row('Drooling severity and frequency', [2, 9, 1, 'V:NINDS-DSFS'], up, {
    change: [2, 'points', 'P'],
    when: 'week 4-8',
  }),
  ndi: row('Neck Disability Index, %', [0, 100, null, 'M'], up, { when: 'week 4-6' }),
  odi: row('Oswestry Disability Index, %', [0, 100, null, 'M'], up, { when: 'week 4-8' }),
  mouth_opening: row('Mouth opening, mm', [0, 80, null, 'M'], down, { when: 'week 4' }),
  gait_speed: row('Gait speed, m/s', [0, 3, null, 'M'], down, { when: 'week 4-6' }),
  gravimetry: row('Gravimetry, mg in 5 min', [0, 5000, null, 'M'], up, { when: 'week 4' }),
} as const satisfies Record<string, Omit<Scale, 'slug'>>;

export type ScaleSlug = keyof typeof ROWS;

export const SCALE_SLUGS = Object.keys(ROWS) as readonly ScaleSlug[];
/** Tone and motion, which are measured at one joint after the other. */
const BY_GROUP: readonly ScaleSlug[] = ['mas', 'ashworth', 'tardieu', 'tardieu_angle', 'rom'];

export const SCALES = Object.fromEntries(
  SCALE_SLUGS.map((slug) => [
    slug,
    { slug, ...ROWS[slug], ...(BY_GROUP.includes(slug) && { groups: MEASURED_GROUPS }) },
  ]),
) as unknown as Readonly<Record<ScaleSlug, Scale>>;

export function isScale(value: unknown): value is ScaleSlug {
  return typeof value === 'string' && Object.hasOwn(ROWS, value);
}

/** @throws RangeError when the catalogue has no such scale. */
export function scaleOf(slug: string): Scale {
  if (!isScale(slug)) throw new RangeError(`No such scale: ${slug}`);
  return SCALES[slug];
}

/** The scale with the change that matters in this indication. */
export function scaleIn(slug: string, indication: IndicationSlug): Scale {
  const scale = scaleOf(slug);
  return { ...scale, meaningfulChange: scale.meaningfulChangeIn?.[indication] ?? scale.meaningfulChange };
}

/**
 * A measured value as it is stored: a number within range and on a step, or for a scale with labels the label.
 *
 * @throws RangeError saying what the scale accepts.
 */
export function scaleValue(slug: string, value: unknown): number | string {
  const scale = scaleOf(slug);
  if (scale.labels) {
    if (typeof value === 'string' && scale.labels.includes(value)) return value;
    throw new RangeError(`${scale.name} takes one of the labels ${scale.labels.join(', ')}`);
  }
  if (typeof value === 'number' && value >= scale.min && value <= scale.max && onStep(scale, value))
    return value;
  const steps = scale.step === null ? '' : ` in steps of ${scale.step}`;
  throw new RangeError(`${scale.name} takes a number from ${scale.min} to ${scale.max}${steps}`);
}

/** A value kept as text, read back: the label of a scale that has labels, the number of any other. */
export function scaleValueOfText(slug: string, text: string): number | string {
  return scaleOf(slug).labels ? text : Number(text);
}

/** The place of a grade in its order, 0 for the mildest; for a number the number itself. */
export function scaleRank(slug: string, value: number | string): number {
  const { labels } = scaleOf(slug);
  const stored = scaleValue(slug, value);
  return typeof stored === 'number' ? stored : (labels ?? []).indexOf(stored);
}

function onStep(scale: Scale, value: number): boolean {
  return scale.step === null || Number.isInteger((value - scale.min) / scale.step);
}

function row(
  name: string,
  [min, max, step, rangeSource]: Numbers,
  direction: ScaleDirection,
  { change, when, phases = WHOLE_CYCLE, labels }: Taken,
): Omit<Scale, 'slug'> {
  const meaningfulChange = change ? { value: change[0], kind: change[1], source: change[2] } : null;
  return {
    name,
    min,
    max,
    step,
    rangeSource,
    direction,
    meaningfulChange,
    when,
    phases,
    ...(labels && { labels }),
  };
}
