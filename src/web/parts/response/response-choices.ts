/** The patient's impression of the change, from 1. */
export const PGIC = [
  'Very much improved',
  'Much improved',
  'Minimally improved',
  'No change',
  'Minimally worse',
  'Much worse',
  'Very much worse',
] as const;

/** The peak effect on severity and function, from 0. */
export const PEAK_EFFECT = ['None', 'Slight', 'Moderate', 'Good', 'Marked'] as const;
