import type { CoursePlan } from './plan';

/** Courses that look like a decline, and are none: nothing may be flagged here. */
export const LOOK_ALIKE_COURSES: readonly CoursePlan[] = [
  // One bad session, then as before: nothing to review.
  {
    who: 'petrov',
    indication: 'hemifacial_spasm',
    side: 'right',
    diagnosisCode: 'G51.31',
    pattern: 'ona_face_right',
    line: '75/13 70/12 75/13 75/13 20/5 75/13 70/13',
    last: 58,
    every: 13,
    events: [{ session: 5, kind: 'facial_weakness', afterDays: 6, severity: 'mild', forDays: 30 }],
    cover: [{ fromInDays: -200, toInDays: 165, sessions: 4 }],
  },
  // The leg of a patient whose arm no longer responds.
  {
    who: 'oyelaran',
    indication: 'spasticity_lower',
    side: 'right',
    etiology: 'stroke',
    diagnosisCode: 'I69.351',
    pattern: 'ona_leg_right',
    line: '45/14 50/13 45/14 50/14 45/14 50/14 45',
    last: 84,
    every: 14,
    appointments: [{ inDays: 14, at: '09:00', note: 'Arm and leg together' }],
  },
  // Wears off weeks before the earliest day, from the first session on: no interval helps, and nothing is lost.
  {
    who: 'delgado',
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.719',
    pattern: 'ona_preempt',
    line: '60/8 65/9 60/8 60/9 60/8',
    last: 85,
    every: 12,
    events: [{ session: 3, kind: 'headache', afterDays: 1, severity: 'mild', forDays: 2 }],
    cover: [{ fromInDays: -330, toInDays: 20, billingUnits: 640 }],
  },
  // Hardly asked: most sessions cannot be judged.
  {
    who: 'abernathy',
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.E09',
    pattern: 'ona_preempt',
    line: '55/12 60 - /12 - 60',
    last: 41,
    every: 13,
    cover: [{ fromInDays: -90, toInDays: 275, billingUnits: 800 }],
  },
  // A dose cut for dysphagia, borne well.
  {
    who: 'hakimi',
    indication: 'cervical_dystonia',
    diagnosisCode: 'G24.3',
    pattern: 'abo_neck_left',
    line: '60/12@80 65/13 60/13@80 60/12@80 55/12@80',
    last: 103,
    every: 13,
    reasons: { S27: 'Swallowing is well again; the dose is cut by a fifth, most in the sternocleidomastoid' },
    events: [
      {
        session: 2,
        kind: 'dysphagia',
        afterDays: 9,
        severity: 'severe',
        forDays: 26,
        note: 'Soft food for three weeks, no aspiration',
      },
    ],
    contacts: [{ daysAgo: 5, channel: 'sms', outcome: 'agreed' }],
    appointments: [{ inDays: 0, at: '15:00' }],
  },
];
