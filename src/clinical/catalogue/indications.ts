import type { Duration } from '../calendar';
import { INDICATION_SLUGS, type IndicationSlug } from './indication-slugs';
import type { SourcedText } from './product-row';
import { PRODUCT_ROWS } from './product-rows';
import type { ScaleSlug } from './scales';
import type { UsualRange } from './usual-range';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../units';

export { INDICATION_SLUGS, type IndicationSlug };

/** What the US label says. `arguable`: the wording may be read either way and payers differ. */
export const LABEL_STATUSES = ['on-label', 'off-label', 'arguable'] as const;
export type LabelStatus = (typeof LABEL_STATUSES)[number];

/** `usual`: covered by most insurers. `pa_usual`: prior authorization is often needed. */
export const COVERAGE_CLASSES = ['usual', 'pa_usual'] as const;
export type CoverageClass = (typeof COVERAGE_CLASSES)[number];

/** Where a course of this indication lies. */
export const COURSE_SIDES = ['left', 'right', 'bilateral'] as const;
export type CourseSide = (typeof COURSE_SIDES)[number];

/** What made the limb spastic: diagnosis codes and the label for children depend on it. */
export const ETIOLOGIES = [
  'stroke',
  'cerebral_palsy',
  'multiple_sclerosis',
  'spinal_cord_injury',
  'traumatic_brain_injury',
  'hereditary_spastic_paraplegia',
  'other',
] as const;
export type Etiology = (typeof ETIOLOGIES)[number];

export interface Indication {
  readonly slug: IndicationSlug;
  readonly name: string;
  /** As clinicians shorten it, where a list gives a row one line and the name is too long for it. */
  readonly shortName?: string;
  readonly labelStatus: Readonly<Record<ToxinProduct, LabelStatus>>;
  readonly labelSource: string;
  /** What is usually given in one session. A product that has none here is held against its own `usualDose`. */
  readonly usualDose: Readonly<Partial<Record<ToxinProduct, UsualRange>>>;
  /** Usual time to the next session. The clinic may set another: `S01.usual.*` in `session-rules.ts`. */
  readonly usualInterval: Duration;
  readonly usualIntervalByProduct?: Readonly<Partial<Record<ToxinProduct, Duration>>>;
  /** Weeks after a session in which its response is judged, both ends included. */
  readonly peakCheckWeeks: { readonly from: number; readonly to: number; readonly source: string };
  readonly scales: readonly ScaleSlug[];
  readonly coverageClass: CoverageClass;
  readonly side: 'required' | 'optional' | 'none';
  readonly etiology: 'required' | 'none';
  readonly notes?: readonly SourcedText[];
}

/** What stands with the product, `labelStatus` and `usualIntervalByProduct`, is read from its row. */
type Row = Omit<Indication, 'slug' | 'labelStatus' | 'usualIntervalByProduct'>;

/** What is measured of a spastic limb besides its grade. */
const SPASTICITY_SCALES: readonly ScaleSlug[] = [
  'tardieu',
  'tardieu_angle',
  'rom',
  'repas',
  'spasm_frequency',
];

const ROWS: Readonly<Record<IndicationSlug, Row>> = {
  chronic_migraine: {
    name: 'Chronic migraine',
    labelSource: 'V:BOT-WH',
    usualDose: {
      ona: {
        from: 155,
        to: 195,
        text: '155 U over 31 sites (US label); up to 195 U over 39 sites in trials and Europe',
        source: 'V:EHF',
      },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['mhd', 'mmd', 'hit6', 'midas', 'msq', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'none',
    etiology: 'none',
    notes: [
      { text: 'Compare the diary of 4 weeks before with 4 weeks after each session.', source: 'V:EHF' },
      { text: 'Not for episodic migraine.', source: 'V:BOT-WH' },
    ],
  },
  tension_headache: {
    name: 'Tension-type headache',
    labelSource: 'M',
    usualDose: { ona: { from: 50, to: 150, text: 'about 50-150 U', source: 'M' } },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['mhd', 'nrs_pain', 'hit6'],
    coverageClass: 'pa_usual',
    side: 'none',
    etiology: 'none',
    notes: [
      {
        text: 'Probably ineffective in chronic tension-type headache (AAN 2016, retired 2025).',
        source: 'V:AAN16,AAN-RET',
      },
    ],
  },
  cervical_dystonia: {
    name: 'Cervical dystonia',
    labelSource: 'V:BOT-WH,DYS-CD,XEO-CD,MYO-PP,DAX-MS',
    usualDose: {
      ona: {
        from: 100,
        to: 300,
        text: 'label trial median 236 U (middle half 198-300); registry mean 190 U (SD 87)',
        source: 'V:BOT-CDS,PROBE',
      },
      abo: { from: 250, to: 1000, text: 'start 500 U, then 250-1,000 U', source: 'V:DYS-CD,DYS-IE' },
      inco: { from: 120, to: 300, text: 'start 120 U', source: 'V:XEO-CD' },
      rima: { from: 2500, to: 10000, text: '2,500-10,000 U', source: 'V:MYO-RG' },
      daxi: { from: 125, to: 250, text: '125-250 U', source: 'V:DAX-MS' },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'V:PROBE,ASPEN' },
    scales: [
      'twstrs_total',
      'twstrs_severity',
      'twstrs_disability',
      'twstrs_pain',
      'tsui',
      'dds',
      'cdip58',
      'cdq24',
      'cgi_i',
      'cgi_s',
      'pgic',
      'nrs_pain',
    ],
    coverageClass: 'usual',
    side: 'none',
    etiology: 'none',
    notes: [
      {
        text: 'Daxxify lasts longer: rules S08.daxi.minimum, S01.usual.cervical_dystonia.daxi.',
        source: 'P',
      },
    ],
  },
  chronic_neck_pain: {
    name: 'Chronic neck or myofascial pain',
    shortName: 'Neck, myofascial pain',
    labelSource: 'M',
    usualDose: { ona: { from: 50, to: 200, text: '50-200 U', source: 'M' } },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['nrs_pain', 'ndi', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
    notes: [{ text: 'Cochrane review: no useful benefit over saline.', source: 'V:CO-NECK' }],
  },
  chronic_back_pain: {
    name: 'Chronic low back pain',
    labelSource: 'M',
    usualDose: {
      ona: { from: 100, to: 200, text: 'about 200 U beside the spine (small trials)', source: 'M' },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 8, source: 'P' },
    scales: ['nrs_pain', 'odi', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
  },
  blepharospasm: {
    name: 'Blepharospasm',
    labelSource: 'V:WMIB,XEO-BSP',
    usualDose: {
      abo: { from: 80, to: 240, text: 'about 40-120 U an eye, outside the US', source: 'M; V:DYS-IE' },
      ona: {
        from: 15,
        to: 60,
        text: 'start 1.25-2.5 U at 3 sites an eye, at most 5 U a site; usually 10-30 U an eye',
        source: 'V:BOT-DC; M',
      },
      inco: {
        from: 50,
        to: 100,
        text: 'start 25 U an eye, at most 50 U an eye and 100 U a session; trial mean 33 U an eye',
        source: 'V:XEO-PI,XEO-BSP',
      },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 2, to: 4, source: 'P' },
    scales: ['jrs', 'bsdi', 'pgic'],
    coverageClass: 'usual',
    side: 'none',
    etiology: 'none',
  },
  hemifacial_spasm: {
    name: 'Hemifacial spasm',
    labelSource: 'V:BOT-MS,WMIB',
    usualDose: {
      abo: {
        from: 40,
        to: 120,
        text: 'about 40-120 U on the affected side, outside the US',
        source: 'M; V:DYS-IE',
      },
      inco: { from: 10, to: 40, text: '10-40 U on the affected side', source: 'P' },
      ona: {
        from: 10,
        to: 35,
        text: '10-35 U on the affected side: 4 x 5 U in orbicularis oculi works; means 28.4 and 28.6 U',
        source: 'V:HFS-4x5,HFS-BR,HFS-KR',
      },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 2, to: 4, source: 'P' },
    scales: ['hfs7', 'hfs30', 'hsgs', 'smc_grade', 'jrs', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'required',
    etiology: 'none',
    notes: [
      {
        text: 'The blepharospasm label names “VII nerve disorders”; payers often call it off-label.',
        source: 'V:BOT-MS,WMIB',
      },
    ],
  },
  spasticity_upper: {
    name: 'Upper-limb spasticity',
    shortName: 'UL spasticity',
    labelSource: 'V:BOT-WH,DYS-AS,DYS-PED,XEO-OR,XEO-PED',
    usualDose: {
      ona: { from: 75, to: 400, text: '75-400 U', source: 'V:BOT-HL' },
      abo: { from: 500, to: 1000, text: '500-1,000 U', source: 'V:DYS-AS' },
      inco: { from: 50, to: 400, text: 'up to 400 U', source: 'V:XEO-DC' },
      rima: { from: 2500, to: 10000, text: 'about 10,000 U, off-label', source: 'V:MYO-EV1' },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['mas', 'ashworth', 'das', 'gas_t', 'nrs_pain', ...SPASTICITY_SCALES],
    coverageClass: 'usual',
    side: 'optional',
    etiology: 'required',
    notes: [{ text: 'Children on Dysport: not before 16 weeks.', source: 'V:DYS-PED' }],
  },
  spasticity_lower: {
    name: 'Lower-limb spasticity',
    shortName: 'LL spasticity',
    labelSource: 'V:BOT-LLS,BOT-WH,DYS-AS,DYS-PED',
    usualDose: {
      ona: { from: 300, to: 400, text: '300-400 U', source: 'V:BOT-HL' },
      abo: { from: 1000, to: 1500, text: '1,000-1,500 U', source: 'V:DYS-AS' },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['mas', 'ashworth', 'gait_speed', 'gas_t', 'nrs_pain', ...SPASTICITY_SCALES],
    coverageClass: 'usual',
    side: 'optional',
    etiology: 'required',
  },
  hyperhidrosis_axillary: {
    name: 'Axillary hyperhidrosis',
    labelSource: 'V:BOT-HH',
    usualDose: {
      ona: {
        from: 50,
        to: 100,
        text: '50 U an armpit (100 U in all), intradermal, 10-15 sites each',
        source: 'V:BOT-HL',
      },
      abo: { from: 100, to: 400, text: '100 U an armpit outside the US', source: 'V:DYS-HH' },
    },
    usualInterval: 'P24W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['hdss', 'gravimetry', 'dlqi'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
    notes: [{ text: 'Treat again when HDSS is back at 3-4.', source: 'V:BOT-HHE' }],
  },
  hyperhidrosis_other: {
    name: 'Palmar, plantar or facial hyperhidrosis',
    shortName: 'Other hyperhidrosis',
    labelSource: 'V:BOT-HH',
    usualDose: { ona: { from: 50, to: 200, text: '50-100 U a palm', source: 'M' } },
    usualInterval: 'P16W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['hdss', 'gravimetry', 'dlqi'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
    notes: [{ text: 'Usually 16-24 weeks.', source: 'P' }],
  },
  sialorrhea: {
    name: 'Chronic sialorrhea',
    labelSource: 'V:XEO-EPO,XEO-CSI,MYO-PP',
    usualDose: {
      inco: {
        from: 50,
        to: 100,
        text: 'adults 100 U: 30 U a parotid and 20 U a submandibular gland; children by weight, 20-75 U at 3:2',
        source: 'V:XEO-EPO,XEO-CSI',
      },
      rima: {
        from: 1500,
        to: 3500,
        text: '1,500-3,500 U: 500-1,500 U a parotid and 250 U a submandibular gland',
        source: 'V:MYO-HCP',
      },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 8, source: 'P' },
    scales: ['dsfs', 'cgi_i', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
    notes: [
      { text: 'Xeomin not sooner than 16 weeks; from 2 years and 12 kg.', source: 'V:XEO-CSI' },
      { text: 'Glands are found by landmarks or ultrasound.', source: 'V:XEO-CSI' },
    ],
  },
  tmj_dysfunction: {
    name: 'Temporomandibular dysfunction',
    shortName: 'TMD',
    labelSource: 'M',
    usualDose: {
      ona: {
        from: 40,
        to: 100,
        text: '30 U a masseter and 20 U an anterior temporalis, both sides: 100 U in trials',
        source: 'V:TMD-T1',
      },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['nrs_pain', 'mouth_opening', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
    notes: [{ text: 'Better than placebo for pain, not better than standard care.', source: 'V:TMD-UM' }],
  },
  tremor: {
    name: 'Hand, head or voice tremor',
    shortName: 'Tremor',
    labelSource: 'M',
    usualDose: {
      ona: { from: 2.5, to: 160, text: '65-79 U a limb', source: 'V:TREM-NJ' },
      inco: { from: 20, to: 120, text: '80-120 U, fitted to the patient', source: 'V:TREM-MI' },
    },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 8, source: 'P' },
    scales: ['ftm', 'ftm_a', 'ftm_b', 'ftm_c', 'tetras', 'tetras_adl', 'peak_effect_0_4', 'vhi10', 'pgic'],
    coverageClass: 'pa_usual',
    side: 'optional',
    etiology: 'none',
  },
  dystonia_other: {
    name: 'Other dystonia (hand, jaw, larynx, trunk, tardive, generalised)',
    shortName: 'Other dystonia',
    labelSource: 'M',
    usualDose: { ona: { from: 1, to: 300, text: 'by muscle: larynx 1-5 U, hand 20-100 U', source: 'M' } },
    usualInterval: 'P12W',
    peakCheckWeeks: { from: 4, to: 6, source: 'P' },
    scales: ['cgi_i', 'cgi_s', 'pgic', 'peak_effect_0_4', 'bfmdrs', 'vhi10'],
    coverageClass: 'usual',
    side: 'optional',
    etiology: 'none',
  },
};

/** What the clinic treats with botulinum toxin. Diagnosis and procedure codes are in `billing-codes.ts`. */
export const INDICATIONS = Object.fromEntries(
  INDICATION_SLUGS.map((slug) => [slug, withProducts(slug, ROWS[slug])]),
) as unknown as Readonly<Record<IndicationSlug, Indication>>;

export function isIndication(value: unknown): value is IndicationSlug {
  return typeof value === 'string' && Object.hasOwn(INDICATIONS, value);
}

/** @throws RangeError when the catalogue has no such indication. */
export function indicationOf(slug: string): Indication {
  if (!isIndication(slug)) throw new RangeError(`No such indication: ${slug}`);
  return INDICATIONS[slug];
}

export function isSpasticity(indication: IndicationSlug): boolean {
  return indication === 'spasticity_upper' || indication === 'spasticity_lower';
}

export function indicationsUsing(scale: ScaleSlug): readonly IndicationSlug[] {
  return INDICATION_SLUGS.filter((slug) => INDICATIONS[slug].scales.includes(scale));
}

function withProducts(slug: IndicationSlug, row: Row): Indication {
  const { name, labelSource, usualDose, usualInterval, ...rest } = row;
  const usual = TOXIN_PRODUCTS.flatMap((product) => {
    const own = PRODUCT_ROWS[product].interval.usual[slug];
    return own ? [[product, own.shown] as const] : [];
  });
  const labels = TOXIN_PRODUCTS.map((product) => [product, PRODUCT_ROWS[product].label[slug] ?? 'off-label']);
  return {
    slug,
    name,
    labelStatus: Object.fromEntries(labels) as Indication['labelStatus'],
    labelSource,
    usualDose,
    usualInterval,
    ...(usual.length > 0 && { usualIntervalByProduct: Object.fromEntries(usual) }),
    ...rest,
  };
}
