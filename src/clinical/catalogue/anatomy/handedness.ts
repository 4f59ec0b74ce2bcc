/** The hand that a patient writes with: codes of a palsy name the dominant side. `both`: ambidextrous. */
export const HANDEDNESS = ['right', 'left', 'both', 'unknown'] as const;
export type Handedness = (typeof HANDEDNESS)[number];
