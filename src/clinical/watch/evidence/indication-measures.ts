import type { IndicationSlug } from '../../catalogue/indications';
import { scaleIn, type ScaleSlug } from '../../catalogue/scales';
import type { SizeReading } from './entered-reading';

/** What a reading must reach: points or percent of the baseline taken away, or a value on its own scale. */
export type Reach =
  | { readonly points: number }
  | { readonly percent: number }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly moreThan: number };

/** How one measure tells a session that worked from one that failed. Between the two it did neither. */
export interface Measure {
  readonly by: ScaleSlug | Exclude<SizeReading, 'scale'>;
  /** A session that does not reach this has failed. */
  readonly notFailed: Reach;
  /** A session that reaches this has worked by the indication's own definition. */
  readonly responded: Reach;
  /** A session in which this is met has not failed, whatever the measure says. */
  readonly unless?: Measure;
  readonly source: string;
}

const RATING: Measure = {
  by: 'rating',
  notFailed: { moreThan: 30 },
  responded: { atLeast: 40 },
  source: 'M: published definitions, at most 30 % is a failure',
};
const PGIC: Measure = {
  by: 'pgic',
  notFailed: { atMost: 3 },
  responded: { atMost: 3 },
  source: 'P: reference 4.2, no change or worse',
};
const PEAK_EFFECT: Measure = {
  by: 'peak-effect',
  notFailed: { atLeast: 2 },
  responded: { atLeast: 2 },
  source: 'P: reference 4.2, peak effect 0-1',
};
const GOALS: Measure = {
  by: 'gas_t',
  notFailed: { atLeast: 50 },
  responded: { atLeast: 50 },
  source: 'M: goal met',
};
const NRS_SOURCE = 'P: reference 4.2, less than 2 points and less than 30 %';
const NRS: Measure = {
  ...scale('nrs_pain', { points: 2 }, NRS_SOURCE),
  unless: scale('nrs_pain', { percent: 30 }, NRS_SOURCE),
};

function scale(by: ScaleSlug, reach: Reach, source: string, responded = reach): Measure {
  return { by, notFailed: reach, responded, source };
}

const ANYWHERE = [RATING, PEAK_EFFECT, PGIC, GOALS] as const;
/** Of HIT-6 another change matters in each headache. */
function headache(indication: 'chronic_migraine' | 'tension_headache'): readonly Measure[] {
  const { value, source } = scaleIn('hit6', indication).meaningfulChange!;
  return [
    scale('mhd', { percent: 30 }, 'V:EHF,NICE'),
    scale('mmd', { percent: 30 }, 'V:EHF,NICE'),
    scale('midas', { percent: 30 }, 'P: as headache days'),
    scale('hit6', { points: value }, source),
    ...ANYWHERE,
  ];
}
// Failed: no target muscle falls by a grade and no goal is met.
const SPASTICITY = [
  { ...scale('mas', { points: 1 }, 'P: reference 4.2'), unless: GOALS },
  { ...scale('ashworth', { points: 1 }, 'V:DAS'), unless: GOALS },
  GOALS,
  scale('das', { points: 1 }, 'M'),
  ...ANYWHERE,
] as const;
const FACE = [
  scale('jrs', { points: 2 }, 'V:JRS'),
  scale('bsdi', { points: 0.7 }, 'V:JRS'),
  scale('hfs7', { points: 2.63 }, 'V:HFS-MIC'),
  scale('hfs30', { points: 4.46 }, 'V:HFS-MIC'),
  scale('smc_grade', { points: 1 }, 'M'),
  ...ANYWHERE,
] as const;
const PAIN = [
  NRS,
  scale('ndi', { points: 10 }, 'P'),
  scale('odi', { points: 10 }, 'P'),
  ...ANYWHERE,
] as const;
const SWEATING = [
  scale('hdss', { points: 1 }, 'P: reference 4.2', { points: 2 }),
  scale('gravimetry', { percent: 50 }, 'P'),
  ...ANYWHERE,
] as const;
const TREMOR = [
  PEAK_EFFECT,
  scale('ftm', { percent: 15 }, 'P'),
  scale('tetras', { percent: 15 }, 'P'),
  ...ANYWHERE,
] as const;
const DYSTONIA = [PEAK_EFFECT, scale('bfmdrs', { percent: 20 }, 'P'), NRS, ...ANYWHERE] as const;

/** The measures of each indication in their order: the first that was taken at the peak decides (clinical reference 4.2). */
export const MEASURES: Readonly<Record<IndicationSlug, readonly Measure[]>> = {
  cervical_dystonia: [
    scale('twstrs_total', { points: 8 }, 'V:TW-PROBE'),
    scale('tsui', { percent: 25 }, 'P: reference 4.2'),
    scale('twstrs_severity', { percent: 20 }, 'V:CDFLEX-A'),
    ...ANYWHERE,
  ],
  chronic_migraine: headache('chronic_migraine'),
  tension_headache: headache('tension_headache'),
  blepharospasm: FACE,
  hemifacial_spasm: FACE,
  spasticity_upper: SPASTICITY,
  spasticity_lower: SPASTICITY,
  hyperhidrosis_axillary: SWEATING,
  hyperhidrosis_other: SWEATING,
  sialorrhea: [scale('dsfs', { points: 2 }, 'P'), ...ANYWHERE],
  tremor: TREMOR,
  dystonia_other: DYSTONIA,
  chronic_neck_pain: PAIN,
  chronic_back_pain: PAIN,
  tmj_dysfunction: [NRS, scale('mouth_opening', { points: 5 }, 'P'), ...ANYWHERE],
};
