/** `skin` is an area injected into the skin and `gland` a salivary gland, not muscles; `pelvis` is the bladder’s. */
export const MUSCLE_REGIONS = [
  'face',
  'jaw',
  'larynx',
  'neck',
  'trunk',
  'upper_limb',
  'lower_limb',
  'skin',
  'gland',
  'pelvis',
] as const;
export type MuscleRegion = (typeof MUSCLE_REGIONS)[number];

/** Places that get far less than the large muscles of their region, from a lid to one head of the calf. */
export const MUSCLE_SIZES = ['eyelid', 'tiny', 'tongue', 'slender', 'small', 'medium', 'large'] as const;
export type MuscleSize = (typeof MUSCLE_SIZES)[number];
