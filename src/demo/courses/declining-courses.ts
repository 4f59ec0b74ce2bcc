import type { CoursePlan } from './plan';

/** Courses whose response fades, was never there, or came back with Myobloc. */
export const DECLINING_COURSES: readonly CoursePlan[] = [
  // Fades after session 7, in size and in length: to be reviewed.
  {
    who: 'lindqvist',
    indication: 'cervical_dystonia',
    diagnosisCode: 'G24.3',
    pattern: 'ona_neck_right',
    line: '60/12 65/13 60/13 70/12 65/13 60/12 60/13 40/9 30/7 20/6',
    last: 92,
    every: 13,
    events: [{ session: 2, kind: 'dysphagia', afterDays: 8, severity: 'mild', forDays: 12 }],
    contacts: [
      { daysAgo: 6, channel: 'phone', outcome: 'agreed', note: 'Wants to talk about the shorter effect' },
    ],
    appointments: [{ inDays: 8, at: '09:30' }],
  },
  // Migraine: the effect gets shorter and shorter.
  {
    who: 'okonkwo',
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.709',
    pattern: 'ona_preempt',
    line: '55/12 60/13 60/12 55/13 60/12 55/9 50/8 40/7 40/6',
    last: 81,
    every: 12,
    events: [{ session: 1, kind: 'neck_pain', afterDays: 3, severity: 'mild', forDays: 9 }],
    appointments: [{ inDays: 12, at: '10:00' }],
    cover: [{ fromInDays: -150, toInDays: 214, billingUnits: 800 }],
  },
  // Never had benefit.
  {
    who: 'haddad',
    indication: 'tension_headache',
    diagnosisCode: 'G44.229',
    pattern: 'ona_tension',
    line: '15/4 20/5 10/3',
    last: 97,
    every: 13,
    contacts: [
      {
        daysAgo: 3,
        channel: 'phone',
        outcome: 'call-later',
        snoozeDays: 14,
        note: 'Not sure it is worth it',
      },
    ],
  },
  // Less effect after two cut doses in a row: watched, not reviewed.
  {
    who: 'baptiste',
    indication: 'spasticity_upper',
    side: 'left',
    etiology: 'stroke',
    diagnosisCode: 'I69.354',
    pattern: 'abo_arm_left',
    line: '50/14 55/14 50/15 55/14 50/14 30/8@60 25/8@60',
    last: 101,
    every: 14,
    contacts: [{ daysAgo: 9, channel: 'letter', outcome: 'no-answer' }],
  },
  // Lost on Botox, switched to Myobloc, which helps with a dry mouth.
  {
    who: 'rasmussen',
    indication: 'cervical_dystonia',
    diagnosisCode: 'G24.3',
    pattern: 'ona_neck_right',
    line: '60/12 65/12 60/13 60/12 25/6 20/5 :rima_neck_right 55/11 60/12@150 55/11@150 55/12@150',
    last: 87,
    every: 13,
    review: {
      afterSession: 6,
      daysAfter: 71,
      decision: 'switch',
      reason:
        'Frontalis test without any weakness, dose and muscles unchanged; informed that the effect may not last',
      plannedProduct: 'rima',
      priorTolerance: 'tolerated',
    },
    events: [7, 8, 9, 10].map((session) => ({
      session,
      kind: 'dry_mouth',
      afterDays: 5,
      severity: session === 8 ? ('moderate' as const) : ('mild' as const),
      forDays: 24,
    })),
    contacts: [
      {
        daysAgo: 73,
        channel: 'phone',
        outcome: 'agreed',
        note: 'Call at two weeks: dry mouth, swallows well',
      },
    ],
    appointments: [{ inDays: 6, at: '13:30' }],
  },
  // Myobloc helped twice; now benefit and dry mouth are gone together.
  {
    who: 'castellano',
    indication: 'cervical_dystonia',
    diagnosisCode: 'G24.3',
    pattern: 'ona_neck_left',
    line: '65/13 60/12 60/13 20/5 15/5 :rima_neck_left 60/12 60/12@150 15/4@150',
    last: 79,
    every: 13,
    events: [6, 7].map((session) => ({
      session,
      kind: 'dry_mouth',
      afterDays: 4,
      severity: 'moderate' as const,
      forDays: 30,
    })),
  },
  // A loss in the arm, while the leg of the same patient responds.
  {
    who: 'oyelaran',
    indication: 'spasticity_upper',
    side: 'right',
    etiology: 'stroke',
    diagnosisCode: 'I69.351',
    pattern: 'ona_arm_right',
    line: '50/14 50/15 55/14 50/14 55/14 25/7 20/6',
    last: 84,
    every: 14,
    amended: 3,
    reasons: { S25: 'Taken over from the paper sheet as it was written there' },
    review: {
      afterSession: 7,
      daysAfter: 70,
      decision: 'test',
      reason: 'Frontalis test at the next visit before resistance is spoken of',
    },
    appointments: [{ inDays: 14, at: '08:30', note: 'Arm and leg together' }],
  },
  // One bad session at the end: watched until the next one.
  {
    who: 'kowalczyk',
    indication: 'blepharospasm',
    diagnosisCode: 'G24.5',
    pattern: 'ona_eyelids',
    line: '70/13 65/12 70/13 70/13 65/8 70/8',
    last: 83,
    every: 13,
    reasons: { S27: 'Gone after three weeks; the upper lid is injected farther from its middle' },
    events: [{ session: 4, kind: 'ptosis', afterDays: 7, severity: 'moderate', forDays: 21 }],
    contacts: [{ daysAgo: 2, channel: 'phone', outcome: 'agreed' }],
    appointments: [{ inDays: 3, at: '11:00' }],
  },
  // Sweating comes back half a year early.
  {
    who: 'zimmer',
    indication: 'hyperhidrosis_axillary',
    diagnosisCode: 'L74.510',
    pattern: 'ona_axillae',
    line: '85/29 80/28 85/30 80/29 40/15 35/13',
    last: 172,
    every: 29,
    cover: [{ fromInDays: -300, toInDays: 65, sessions: 1 }],
  },
];
