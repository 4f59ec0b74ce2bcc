import type { CoursePlan } from './plan';

/** Migraine and tension headache, as most courses run; between them every state of due list and cover. */
export const HEADACHE_COURSES: readonly CoursePlan[] = [
  migraine('nakagawa', '50/11 55/12 60/13 55/12 55/12 60', 11, {
    events: [{ session: 6, kind: 'neck_pain', afterDays: 4, severity: 'mild' }],
    cover: [{ fromInDays: -260, toInDays: 60, billingUnits: 800 }],
  }),
  migraine('thibodeaux', '60/12 55/13 65/12 60/12 60', 62, {
    contacts: [{ daysAgo: 4, channel: 'portal', outcome: 'agreed' }],
    appointments: [{ inDays: 24, at: '14:00' }],
    cover: [{ fromInDays: -240, toInDays: 125, billingUnits: 500 }],
  }),
  migraine('whitfield', '50/12 50/12 55/12 50/11', 90, {
    appointments: [{ inDays: 0, at: '10:30' }],
    cover: [{ fromInDays: -340, toInDays: 180, billingUnits: 640 }],
  }),
  migraine('tran', '45/11 50/12 50/11 55/12 50/12', 131, {
    contacts: [
      { daysAgo: 30, channel: 'phone', outcome: 'no-answer' },
      {
        daysAgo: 7,
        channel: 'phone',
        outcome: 'call-later',
        snoozeDays: 21,
        note: 'Away until the end of next week',
      },
    ],
    cover: [{ fromInDays: -200, toInDays: 165, billingUnits: 640 }],
  }),
  migraine('chaudhary', '55/12 60', 33),
  migraine('vasquez', '', 0, {
    plannedProduct: 'ona',
    contacts: [{ daysAgo: 10, channel: 'email', outcome: 'agreed' }],
  }),
  migraine('adeyemi', '50/12 45/11 50/11', 486, {
    contacts: [{ daysAgo: 350, channel: 'phone', outcome: 'no-answer' }],
  }),
  migraine('ferreira', '60/12 65/12 60/13 65/12 60/12 65/12 60/11', 86, {
    pattern: 'ona_preempt_pain',
    voided: 6,
    reasons: { S02: 'Entered from the paper list of the day' },
    cover: [{ fromInDays: -30, toInDays: 335, billingUnits: 800 }],
  }),
  migraine('dubois', '55/12 60/12 55/11', 128, {
    hold: { untilInDays: 150, reason: 'Pregnancy: after the birth, see the obstetrician’s letter' },
    contacts: [{ daysAgo: 60, channel: 'phone', outcome: 'call-later', snoozeDays: 200 }],
  }),
  migraine('kaur', '60/12 55/12 60/12 60/12', 210, {
    ended: { daysAgo: 96, reason: 'Moved away; goes on at a clinic there' },
    contacts: [{ daysAgo: 96, channel: 'phone', outcome: 'moved' }],
  }),
  migraine('ortega', '55/12 60/12 55/12 60/13 55/12', 50, {
    every: 13,
    minInterval: 'P90D',
    cover: [{ fromInDays: -120, toInDays: 245, billingUnits: 640 }],
  }),
  {
    who: 'yilmaz',
    indication: 'tension_headache',
    diagnosisCode: 'G44.229',
    pattern: 'ona_tension',
    line: '45/11 50/12 45',
    last: 28,
    every: 13,
    cover: [{ fromInDays: -190, toInDays: 30, sessions: 4 }],
    answers: [{ daysAgo: 1, channel: 'telephone', says: 'still working' }],
  },
];

function migraine(who: string, line: string, last: number, more: Partial<CoursePlan> = {}): CoursePlan {
  return {
    who,
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.709',
    pattern: 'ona_preempt',
    line,
    last,
    every: 12,
    ...more,
  };
}
