import type { IndicationSlug } from '../indication-slugs';
import type { MuscleSlug } from '../muscles';
import type { MuscleRegion } from './muscle-regions';
import { MUSCLE_SLUGS, MUSCLES } from '../muscles';

/** Where an indication is treated: whole regions, and single muscles of others. */
interface TreatedPlaces {
  readonly regions: readonly MuscleRegion[];
  readonly also: readonly MuscleSlug[];
}

const SHOULDER: readonly MuscleSlug[] = [
  'trapezius',
  'levator_scapulae',
  'rhomboids',
  'supraspinatus',
  'infraspinatus',
];
const SHOULDER_FRONT: readonly MuscleSlug[] = [
  'pectoralis_major',
  'pectoralis_minor',
  'latissimus_dorsi',
  'teres_major',
  'teres_minor',
  'subscapularis',
  'serratus_anterior',
  'deltoid',
];
const PELVIC_GIRDLE: readonly MuscleSlug[] = [
  'gluteus_maximus',
  'gluteus_medius',
  'gluteus_minimus',
  'piriformis',
  'obturator_internus',
  'iliopsoas',
  'psoas_major',
  'iliacus',
  'tensor_fasciae_latae',
];

const SKIN_BUT_ARMPITS: readonly MuscleSlug[] = MUSCLE_SLUGS.filter(
  (slug) => MUSCLES[slug].region === 'skin' && slug !== 'axilla',
);

/**
 * Where each indication is treated, widely drawn (P): what lies outside is asked about, so a neighbour that somebody
 * injects now and then stands in here. The detrusor is nobody's here: it is recorded for the sums only.
 */
const PLACES: Readonly<Record<IndicationSlug, TreatedPlaces>> = {
  chronic_migraine: { regions: ['face', 'jaw', 'neck'], also: [] },
  tension_headache: { regions: ['face', 'jaw', 'neck'], also: [] },
  cervical_dystonia: { regions: ['neck', 'jaw', 'trunk'], also: ['platysma', ...SHOULDER_FRONT] },
  chronic_neck_pain: { regions: ['neck', 'trunk', 'jaw'], also: ['occipitalis', ...SHOULDER_FRONT] },
  chronic_back_pain: { regions: ['trunk'], also: ['latissimus_dorsi', 'trapezius', ...PELVIC_GIRDLE] },
  blepharospasm: { regions: ['face'], also: [] },
  hemifacial_spasm: { regions: ['face'], also: ['digastric', 'masseter'] },
  spasticity_upper: { regions: ['upper_limb'], also: SHOULDER },
  spasticity_lower: { regions: ['lower_limb'], also: ['quadratus_lumborum', 'lumbar_paraspinals'] },
  hyperhidrosis_axillary: { regions: [], also: ['axilla'] },
  hyperhidrosis_other: { regions: [], also: SKIN_BUT_ARMPITS },
  sialorrhea: { regions: ['gland'], also: [] },
  tmj_dysfunction: { regions: ['jaw'], also: ['sternocleidomastoid', 'trapezius'] },
  tremor: { regions: ['upper_limb', 'neck', 'larynx', 'jaw', 'face'], also: SHOULDER },
  dystonia_other: {
    regions: ['face', 'jaw', 'larynx', 'neck', 'trunk', 'upper_limb', 'lower_limb'],
    also: [],
  },
};

const REGION_WORDS: Readonly<Record<MuscleRegion, string>> = {
  face: 'the face',
  jaw: 'the jaw',
  larynx: 'the larynx',
  neck: 'the neck',
  trunk: 'the trunk',
  upper_limb: 'the arm',
  lower_limb: 'the leg',
  skin: 'the skin',
  gland: 'the salivary glands',
  pelvis: 'the bladder',
};

/** Is this a muscle, gland or area that this indication is treated in? */
export function isTreatedIn(indication: IndicationSlug, muscle: MuscleSlug): boolean {
  const { regions, also } = PLACES[indication];
  return regions.includes(MUSCLES[muscle].region) || also.includes(muscle);
}

/** "the face, the jaw and the neck"; where only single places are treated, their names. */
export function placeWords(indication: IndicationSlug): string {
  const { regions, also } = PLACES[indication];
  const words =
    regions.length > 0
      ? regions.map((region) => REGION_WORDS[region])
      : also.map((muscle) => `the ${MUSCLES[muscle].name.toLowerCase()}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
