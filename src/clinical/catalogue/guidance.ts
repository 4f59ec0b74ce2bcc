/** How the muscle was found. */
export const GUIDANCE = ['none', 'palpation', 'emg', 'stimulation', 'ultrasound', 'ct', 'endoscopy'] as const;
export type Guidance = (typeof GUIDANCE)[number];
