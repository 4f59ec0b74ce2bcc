export const INDICATION_SLUGS = [
  'chronic_migraine',
  'tension_headache',
  'cervical_dystonia',
  'chronic_neck_pain',
  'chronic_back_pain',
  'blepharospasm',
  'hemifacial_spasm',
  'spasticity_upper',
  'spasticity_lower',
  'hyperhidrosis_axillary',
  'hyperhidrosis_other',
  'sialorrhea',
  'tmj_dysfunction',
  'tremor',
  'dystonia_other',
] as const;
export type IndicationSlug = (typeof INDICATION_SLUGS)[number];
