import type { IndicationSlug } from '../src/clinical/catalogue/indications';

/** One indication of the simulated clinic. */
export interface SimulatedIndication {
  readonly slug: IndicationSlug;
  readonly weight: number;
  readonly sizeMean: number;
  readonly sizeSd: number;
  readonly daysMean: number;
  readonly daysSd: number;
  readonly units: number;
  readonly scale: SimulatedScale;
  readonly muscles: readonly string[];
  readonly season: number;
}

export interface SimulatedScale {
  readonly name: string;
  readonly base: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly eff: number;
  readonly noise: number;
  /** Grades with their labels, for scales that are not numbers. */
  readonly levels?: readonly (readonly [number, string])[];
}

const MAS_LEVELS = [
  [0, '0'],
  [1, '1'],
  [1.5, '1+'],
  [2, '2'],
  [3, '3'],
  [4, '4'],
] as const;

function indication(
  slug: IndicationSlug,
  [weight, sizeMean, sizeSd, daysMean, daysSd, units, season]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  scale: SimulatedScale,
  muscles: string,
): SimulatedIndication {
  return {
    slug,
    weight,
    sizeMean,
    sizeSd,
    daysMean,
    daysSd,
    units,
    season,
    scale,
    muscles: muscles.split(' '),
  };
}

const INDICATIONS: readonly SimulatedIndication[] = [
  indication(
    'cervical_dystonia',
    [0.3, 60, 16, 95, 14, 220, 1],
    { name: 'twstrs_total', base: 42, sd: 10, min: 0, max: 85, eff: 0.75, noise: 5 },
    'sternocleidomastoid splenius_capitis levator_scapulae trapezius scalenes semispinalis_capitis',
  ),
  indication(
    'chronic_migraine',
    [0.3, 55, 18, 80, 12, 165, 1.6],
    { name: 'midas', base: 62, sd: 24, min: 0, max: 270, eff: 0.9, noise: 13 },
    'frontalis corrugator_supercilii procerus temporalis occipitalis cervical_paraspinals trapezius',
  ),
  indication(
    'spasticity_upper',
    [0.2, 50, 16, 100, 18, 300, 0.5],
    { name: 'mas', base: 3, sd: 0.5, min: 0, max: 4, eff: 0.7, noise: 0.4, levels: MAS_LEVELS },
    'biceps_brachii brachioradialis flexor_carpi_radialis flexor_carpi_ulnaris flexor_digitorum_superficialis',
  ),
  indication(
    'blepharospasm',
    [0.1, 68, 14, 80, 14, 50, 1],
    { name: 'jrs', base: 5.5, sd: 1, min: 0, max: 8, eff: 0.8, noise: 0.8 },
    'orbicularis_oculi_upper_lid orbicularis_oculi_lower_lid corrugator_supercilii procerus',
  ),
  indication(
    'hemifacial_spasm',
    [0.1, 74, 12, 90, 16, 30, 0.7],
    { name: 'hfs7', base: 14, sd: 4, min: 0, max: 28, eff: 0.8, noise: 2.5 },
    'orbicularis_oculi zygomaticus_major risorius mentalis platysma',
  ),
];

/** Everything that a simulated clinic is made of; what the numbers do is told in `simulate.ts`. */
export interface Setting {
  readonly indications: readonly SimulatedIndication[];
  readonly mix: {
    readonly abrupt: number;
    readonly gradual: number;
    readonly primary: number;
    readonly progression: number;
  };
  readonly floorMean: number;
  readonly noise: {
    readonly sizeSd: number;
    readonly sdSpread: number;
    readonly rho: number;
    readonly outlierShare: number;
  };
  readonly length: {
    readonly sd: number;
    readonly reportSd: number;
    readonly rounding: readonly (readonly [number, number])[];
    /** The power of the loss by which the length falls: below 1 it goes first, above 1 it follows late. */
    readonly followsLoss: number;
    /** The share of the length that a total loss takes away. */
    readonly lostInAll: number;
  };
  readonly granularity: readonly (readonly [number, number])[];
  readonly missing: number;
  readonly noFollowUp: number;
  readonly oneOff: number;
  readonly lifeEvent: number;
  readonly doseExponent: number;
  readonly injectorChange: number;
  readonly muscleChange: number;
  readonly brandChange: number;
  readonly completeLoss: number;
  readonly gradualSessions: readonly [number, number];
  readonly progressionPerSession: readonly [number, number];
  readonly onsetMean: number;
  readonly sessionsMean: number;
  /** Share of patients whose scale is taken at all. */
  readonly scaleProgramme: number;
  /** What is recorded; everything where this is absent. */
  readonly records?: readonly ('rating' | 'pgic' | 'scale' | 'length')[];
  /** Shares of responses that are judged too early, and at the next visit. */
  readonly mistimed?: { readonly early: number; readonly late: number };
  /** More is missing where the response is poor. */
  readonly missingWhenPoor: number;
  /** How often a poor response is followed by more units, and how far that goes. */
  readonly escalation: { readonly chance: number; readonly most: number };
  /** By how much cycles begin better at last, in half of the patients. */
  readonly carryOver: number;
  /** The stream that decides what is kept, beside the one that decides what happened. */
  readonly keptSeed: number;
  /** Everything was given as type B. */
  readonly typeB?: boolean;
}

const BASE: Setting = {
  indications: INDICATIONS,
  mix: { abrupt: 0.08, gradual: 0.08, primary: 0.04, progression: 0.08 },
  floorMean: 12,
  noise: { sizeSd: 10, sdSpread: 0.3, rho: 0.25, outlierShare: 0.04 },
  length: {
    sd: 0.13,
    reportSd: 0.06,
    rounding: [
      [7, 0.6],
      [14, 0.25],
      [1, 0.15],
    ],
    followsLoss: 0.8,
    lostInAll: 0.65,
  },
  granularity: [
    [10, 0.75],
    [5, 0.15],
    [25, 0.1],
  ],
  missing: 0.24,
  noFollowUp: 0.08,
  oneOff: 0.02,
  lifeEvent: 0.03,
  doseExponent: 0.5,
  injectorChange: 0.05,
  muscleChange: 0.08,
  brandChange: 0.012,
  completeLoss: 0.65,
  gradualSessions: [3, 6],
  progressionPerSession: [1.5, 3.5],
  onsetMean: 5,
  sessionsMean: 8,
  scaleProgramme: 0.55,
  missingWhenPoor: 0,
  escalation: { chance: 0.4, most: 1.6 },
  carryOver: 0,
  keptSeed: 97,
};

const shifted = ({ sizeMean, daysMean, weight, ...rest }: SimulatedIndication, index: number) => ({
  ...rest,
  sizeMean: sizeMean - 8,
  daysMean: daysMean * 1.1,
  weight: [0.15, 0.45, 0.2, 0.1, 0.1][index] ?? weight,
});

const NOISY: Setting = {
  ...BASE,
  noise: { ...BASE.noise, sizeSd: 14, outlierShare: 0.07 },
  length: {
    sd: 0.195,
    reportSd: 0.09,
    rounding: [
      [7, 0.35],
      [14, 0.25],
      [30, 0.25],
      [1, 0.15],
    ],
    followsLoss: 1.6,
    lostInAll: 0.65,
  },
  missing: 0.32,
  oneOff: 0.03,
};

const SHIFTED: Setting = {
  ...BASE,
  indications: INDICATIONS.map(shifted),
  mix: { abrupt: 0.06, gradual: 0.12, primary: 0.04, progression: 0.12 },
  floorMean: 16,
  doseExponent: 0.4,
  injectorChange: 0.1,
  muscleChange: 0.14,
  completeLoss: 0.45,
  gradualSessions: [4, 8],
};

/** A clinic that takes one scale and asks for nothing else. */
const SCALE_ONLY: Setting = { ...BASE, scaleProgramme: 1, records: ['scale'] };
const errsMore = (of: SimulatedIndication): SimulatedIndication => ({
  ...of,
  scale: { ...of.scale, noise: 1.5 * of.scale.noise },
});
/** Migraine followed by a diary of headache days. */
const MIGRAINE_DIARY = indication(
  'chronic_migraine',
  [1, 55, 18, 80, 12, 165, 1.6],
  { name: 'mhd', base: 20, sd: 4, min: 0, max: 30, eff: 0.9, noise: 3 },
  'frontalis corrugator_supercilii procerus temporalis occipitalis cervical_paraspinals trapezius',
);
/** About one lasting loss in a hundred patient-years. */
const NATURAL = { abrupt: 0.02, gradual: 0.02, primary: 0.04, progression: 0.08 };

/** The clinics that the rules are tried on. `noisy`, `shifted` and `sparse` are clinics the rules were not fitted to. */
export const SETTINGS = {
  base: BASE,
  noisy: NOISY,
  /** There, a length that hardly falls with the effect: half as much as elsewhere even when all is lost. */
  'noisy-weak-length': { ...NOISY, length: { ...NOISY.length, followsLoss: 0.8, lostInAll: 0.325 } },
  shifted: SHIFTED,
  sparse: { ...BASE, missing: 0.45, noFollowUp: 0.15 },
  /** Ups and downs that last from session to session. */
  autocorrelated: { ...BASE, noise: { ...BASE.noise, rho: 0.6 } },
  'scale-only': SCALE_ONLY,
  /** As often as the prototype's clinic took its scale: in a quarter of the losses, fewer than two readings on a side of it. */
  'scale-only-more-readings': { ...SCALE_ONLY, missing: 0.15, noFollowUp: 0.04 },
  'scale-only-noisy': { ...SCALE_ONLY, indications: INDICATIONS.map(errsMore) },
  'scale-and-wear-off': { ...SCALE_ONLY, records: ['scale', 'length'] },
  'diary-only': { ...SCALE_ONLY, indications: [MIGRAINE_DIARY] },
  'carry-over': { ...SCALE_ONLY, carryOver: 0.5 },
  'total-failure': {
    ...SCALE_ONLY,
    mix: { ...BASE.mix, abrupt: 0.16, gradual: 0 },
    completeLoss: 1,
  },
  mistimed: { ...BASE, mistimed: { early: 0.15, late: 0.1 } },
  /** Units go up until the loss is hidden. */
  escalating: { ...BASE, escalation: { chance: 0.9, most: 2.4 }, doseExponent: 0.8 },
  /** The worse it went, the less is written down. */
  'missing-when-poor': { ...BASE, missingWhenPoor: 0.35 },
  'type-b': { ...BASE, typeB: true },
  'natural-base': { ...BASE, mix: NATURAL },
  'natural-noisy': { ...NOISY, mix: NATURAL },
  'natural-shifted': { ...SHIFTED, mix: NATURAL },
  'natural-scale-only': { ...SCALE_ONLY, mix: NATURAL },
  'natural-scale-only-noisy': { ...SCALE_ONLY, indications: INDICATIONS.map(errsMore), mix: NATURAL },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** Clinics in which losses are common enough to be counted; the others have as many as a real one. */
export const KINDS = (Object.keys(SETTINGS) as SettingName[]).filter((name) => !name.startsWith('natural-'));
export const NATURAL_KINDS = (Object.keys(SETTINGS) as SettingName[]).filter((name) =>
  name.startsWith('natural-'),
);
