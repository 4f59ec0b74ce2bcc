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
