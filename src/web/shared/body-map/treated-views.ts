import { INDICATION_SLUGS, type IndicationSlug } from '../../../clinical/catalogue/indication-slugs';
import type { MapPart } from './body-map-views';
import type { MapLayer } from './plates/plate';

const ARM = [
  'forearm-front',
  'upper-arm-front',
  'palm',
  'forearm-back',
  'upper-arm-back',
  'hand-back',
] as const;
const LEG = ['lower-leg-back', 'lower-leg-front', 'thigh-front', 'thigh-back', 'sole'] as const;

/** Which parts of the body are shown for an indication, the one that is treated most first. */
const TREATED_PARTS: Readonly<Record<IndicationSlug, readonly MapPart[]>> = {
  chronic_migraine: ['face', 'nape'],
  tension_headache: ['face', 'nape'],
  cervical_dystonia: ['nape', 'profile', 'face'],
  chronic_neck_pain: ['nape', 'profile', 'trunk-back'],
  chronic_back_pain: ['trunk-back', 'thigh-back'],
  blepharospasm: ['face'],
  hemifacial_spasm: ['face', 'profile'],
  spasticity_upper: [...ARM, 'trunk-front', 'trunk-back'],
  spasticity_lower: LEG,
  hyperhidrosis_axillary: ['armpit'],
  hyperhidrosis_other: ['palm', 'sole', 'face', 'nape', 'trunk-back', 'thigh-front'],
  sialorrhea: ['profile'],
  tmj_dysfunction: ['face', 'profile'],
  tremor: [...ARM.slice(0, 2), 'nape', 'larynx', ...ARM.slice(2), 'profile'],
  dystonia_other: ['face', 'profile', 'nape', 'larynx', ...ARM, ...LEG],
};

/** Where the skin is treated, not what lies beneath. */
const OF_SKIN: readonly IndicationSlug[] = INDICATION_SLUGS.filter((slug) =>
  slug.startsWith('hyperhidrosis'),
);

/** What is shown at once, without being looked for. */
export function treatedParts(indication: IndicationSlug): readonly MapPart[] {
  return TREATED_PARTS[indication];
}

/** The layer on which one begins. */
export function treatedLayer(indication: IndicationSlug): MapLayer {
  return OF_SKIN.includes(indication) ? 'skin' : 'surface';
}
