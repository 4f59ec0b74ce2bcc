import type { IndicationSlug } from '../indications';

/** Diagnosis codes offered for an indication. The code set changes every 1 October: validate on import. */
export interface CodeGroup {
  /** What the codes have in common, in plain words of ours. */
  readonly text: string;
  readonly codes: readonly string[];
  readonly source: string;
}

const HEMIPLEGIA: CodeGroup = {
  text: 'spastic hemiplegia: unspecified, right dominant, left dominant, right nondominant, left nondominant',
  codes: ['G81.10', 'G81.11', 'G81.12', 'G81.13', 'G81.14'],
  source: 'V:ICD-G81; M (.10, .12)',
};
/** What a stroke was, by the digit that says so. */
const STROKES = [
  ['3', 'infarction'],
  ['1', 'bleeding into the brain'],
  ['0', 'subarachnoid haemorrhage'],
  ['2', 'other bleeding within the skull'],
  ['8', 'other disease of the brain’s vessels'],
  ['9', 'unspecified disease of the brain’s vessels'],
] as const;
const AFTER_STROKE = [
  ['5', 'hemiplegia'],
  ['3', 'one arm'],
  ['4', 'one leg'],
] as const;
const PALSY_DIGITS = ['1', '2', '3', '4', '9'];

function afterStroke(what: 'hemiplegia' | 'one arm' | 'one leg'): readonly CodeGroup[] {
  const [digit] = AFTER_STROKE.find(([, word]) => word === what)!;
  return STROKES.map(([kind, stroke]) => ({
    text: `${what} after ${stroke}: right dominant, left dominant, right nondominant, left nondominant, unspecified`,
    codes: PALSY_DIGITS.map((side) => `I69.${kind}${digit}${side}`),
    source: 'V:ICD-G81X; M (digits)',
  }));
}

const CEREBRAL_PALSY: CodeGroup = {
  text: 'cerebral palsy',
  codes: ['G80.0', 'G80.1', 'G80.2', 'G80.8', 'G80.9'],
  source: 'M',
};
const MULTIPLE_SCLEROSIS: CodeGroup = {
  text: 'multiple sclerosis (G35 alone is invalid since 2025-10-01)',
  codes: ['G35.A', 'G35.B0', 'G35.B1', 'G35.B2', 'G35.C0', 'G35.C1', 'G35.C2', 'G35.D'],
  source: 'V:ICD-G35',
};
const PARAPLEGIA: CodeGroup = { text: 'paraplegia', codes: ['G82.20', 'G82.21', 'G82.22'], source: 'M' };
const QUADRIPLEGIA: CodeGroup = {
  text: 'quadriplegia',
  codes: ['G82.50', 'G82.51', 'G82.52', 'G82.53', 'G82.54'],
  source: 'M',
};
const HEREDITARY: CodeGroup = { text: 'hereditary spastic paraplegia', codes: ['G11.4'], source: 'M' };

export const DIAGNOSIS_CODES: Readonly<Record<IndicationSlug, readonly CodeGroup[]>> = {
  chronic_migraine: [
    { text: 'without aura', codes: ['G43.709', 'G43.719', 'G43.701', 'G43.711'], source: 'M' },
    { text: 'with aura', codes: ['G43.E09', 'G43.E19', 'G43.E01', 'G43.E11'], source: 'V:ICD-G43E' },
  ],
  tension_headache: [
    {
      text: 'chronic, episodic, unspecified',
      codes: ['G44.229', 'G44.221', 'G44.219', 'G44.211', 'G44.209', 'G44.201'],
      source: 'M',
    },
  ],
  cervical_dystonia: [{ text: 'spasmodic torticollis', codes: ['G24.3'], source: 'V:DAX-ACC' }],
  chronic_neck_pain: [
    { text: 'neck pain, myofascial, spasm', codes: ['M54.2', 'M79.18', 'M62.838'], source: 'M' },
  ],
  chronic_back_pain: [
    { text: 'low back pain, spasm', codes: ['M54.50', 'M54.51', 'M54.59', 'M62.830'], source: 'M' },
  ],
  blepharospasm: [{ text: 'blepharospasm', codes: ['G24.5'], source: 'M' }],
  hemifacial_spasm: [
    {
      text: 'right, left, bilateral, unspecified',
      codes: ['G51.31', 'G51.32', 'G51.33', 'G51.39'],
      source: 'V:ICD-G51',
    },
  ],
  spasticity_upper: [
    HEMIPLEGIA,
    ...afterStroke('hemiplegia'),
    ...afterStroke('one arm'),
    CEREBRAL_PALSY,
    MULTIPLE_SCLEROSIS,
    QUADRIPLEGIA,
    HEREDITARY,
    {
      text: 'one arm: unspecified, then as hemiplegia',
      codes: ['G83.20', 'G83.21', 'G83.22', 'G83.23', 'G83.24'],
      source: 'M',
    },
  ],
  spasticity_lower: [
    HEMIPLEGIA,
    ...afterStroke('hemiplegia'),
    ...afterStroke('one leg'),
    CEREBRAL_PALSY,
    MULTIPLE_SCLEROSIS,
    PARAPLEGIA,
    QUADRIPLEGIA,
    HEREDITARY,
    {
      text: 'one leg: unspecified, then as hemiplegia',
      codes: ['G83.10', 'G83.11', 'G83.12', 'G83.13', 'G83.14'],
      source: 'M',
    },
  ],
  hyperhidrosis_axillary: [{ text: 'axilla', codes: ['L74.510'], source: 'M' }],
  hyperhidrosis_other: [
    {
      text: 'face, palms, soles, unspecified; secondary; generalised',
      codes: ['L74.511', 'L74.512', 'L74.513', 'L74.519', 'L74.52', 'R61'],
      source: 'M',
    },
  ],
  sialorrhea: [{ text: 'too much saliva', codes: ['K11.7'], source: 'V:XEO-BILL' }],
  tmj_dysfunction: [
    {
      text: 'joint disorder: right, left, bilateral, unspecified',
      codes: ['M26.601', 'M26.602', 'M26.603', 'M26.609'],
      source: 'V:ICD-M26',
    },
    {
      text: 'joint pain: right, left, bilateral, unspecified',
      codes: ['M26.621', 'M26.622', 'M26.623', 'M26.629'],
      source: 'V:ICD-M26',
    },
    { text: 'masticatory myalgia', codes: ['M79.11'], source: 'M' },
  ],
  tremor: [
    {
      text: 'essential, drug-induced, other, unspecified',
      codes: ['G25.0', 'G25.1', 'G25.2', 'R25.1'],
      source: 'M',
    },
  ],
  dystonia_other: [
    {
      text: 'genetic, non-familial, orofacial, other',
      codes: ['G24.1', 'G24.2', 'G24.4', 'G24.8', 'G24.9'],
      source: 'M',
    },
    { text: 'drug-induced, tardive', codes: ['G24.01', 'G24.02', 'G24.09'], source: 'M' },
    { text: 'larynx; writer’s cramp', codes: ['J38.5', 'G25.89'], source: 'M' },
  ],
};

/** CPT code numbers only: their official wording needs a licence. */
export const PROCEDURE_CODES: Readonly<
  Record<IndicationSlug, { readonly codes: readonly string[]; readonly source: string }>
> = {
  chronic_migraine: { codes: ['64615'], source: 'V:FCSO,CPT-15' },
  tension_headache: { codes: ['64999'], source: 'M' },
  cervical_dystonia: { codes: ['64616'], source: 'V:AAPC' },
  chronic_neck_pain: { codes: ['64999', '64616'], source: 'M' },
  chronic_back_pain: { codes: ['64999', '64646'], source: 'M' },
  blepharospasm: { codes: ['64612'], source: 'V:FCSO' },
  hemifacial_spasm: { codes: ['64612'], source: 'V:FCSO' },
  spasticity_upper: {
    codes: ['64642', '64643', '64644', '64645', '64646', '64647'],
    source: 'V:CPT-42,CPT-45,AAPC',
  },
  spasticity_lower: {
    codes: ['64642', '64643', '64644', '64645', '64646', '64647'],
    source: 'V:CPT-42,CPT-45,AAPC',
  },
  hyperhidrosis_axillary: { codes: ['64650'], source: 'V:CPT-50' },
  hyperhidrosis_other: { codes: ['64653', '64999'], source: 'V:CPT-50; M (64999)' },
  sialorrhea: { codes: ['64611'], source: 'V:XEO-BILL' },
  tmj_dysfunction: { codes: ['64999'], source: 'M' },
  tremor: { codes: ['64616', '64642', '64643', '64644', '64645'], source: 'V:AAPC,CPT-42,CPT-45' },
  dystonia_other: {
    codes: ['64617', '64642', '64643', '64644', '64645', '64646', '64647'],
    source: 'V:AAPC,CPT-42,CPT-45',
  },
};
