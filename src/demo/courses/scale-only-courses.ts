import type { CoursePlan } from './plan';

/** Courses of which a scale alone is recorded, and its loss shows on that. */
export const SCALE_ONLY_COURSES: readonly CoursePlan[] = [
  // The diary is all there is: the headache days are back for two sessions.
  {
    who: 'marchetti',
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.709',
    pattern: 'ona_preempt',
    line: '60 65 60 60 65 60 10 5',
    last: 72,
    every: 12,
    scalesOnly: ['mmd', 'mhd'],
    appointments: [{ inDays: 16, at: '11:30' }],
    cover: [{ fromInDays: -170, toInDays: 195, billingUnits: 800 }],
  },
  // Only the muscle tone is examined: it no longer gives way, three sessions in a row.
  {
    who: 'sorensen',
    indication: 'spasticity_upper',
    side: 'right',
    etiology: 'stroke',
    diagnosisCode: 'I69.351',
    pattern: 'ona_arm_right',
    line: '80 75 80 80 60 80 5 10 5',
    last: 80,
    every: 14,
    scalesOnly: ['mas'],
    appointments: [{ inDays: 20, at: '14:30' }],
  },
];
