import type { TestApp } from '../app';
import { logged, PREEMPT, registered, started, voids } from '../builders';

/** A name says what is in the way; the day is that of the latest session, 84 days before the due day. */
const PATIENTS: Readonly<
  Record<string, { on?: string; indication?: string; side?: string; byColleague?: true }>
> = {
  Nosession: {},
  Notdue: { on: '2026-10-01' },
  Upcoming: { on: '2026-09-30' },
  Tomorrow: { on: '2026-09-01' },
  Today: { on: '2026-08-31', indication: 'chronic_migraine' },
  Ontime: { on: '2026-08-04', byColleague: true },
  Overdue: { on: '2026-08-03', indication: 'hemifacial_spasm', side: 'left' },
  Yearlate: { on: '2025-08-31' },
  Lapsed: { on: '2025-08-30' },
  Booked: { on: '2026-08-10' },
  Snoozed: { on: '2026-08-11' },
  Onhold: { on: '2026-08-12' },
  Ended: { on: '2026-08-13' },
  Voided: { on: '2026-08-14' },
};

/** What is usual there, so that nothing is asked. */
const USUAL: Readonly<Record<string, readonly object[]>> = {
  cervical_dystonia: [{ muscle: 'splenius_capitis', side: 'right', units: 100 }],
  chronic_migraine: PREEMPT,
  hemifacial_spasm: [{ muscle: 'orbicularis_oculi', side: 'left', units: 20, sites: 4 }],
};

export interface DueListClinic {
  /** Course ids by the family name of the patient. */
  readonly courses: Readonly<Record<string, string>>;
  /** Who injected `Ontime`. */
  readonly colleagueId: string;
}

/** A clinic on 23 November 2026 in which every state of the due list appears. Every note in it says `secret`. */
export async function fillDueList(service: TestApp): Promise<DueListClinic> {
  const { neurologist, scheduler } = service;
  const colleagueId = (await service.signIn('neurologist')).userId;
  const courses: Record<string, string> = {};
  const sessions: Record<string, string> = {};
  for (const [familyName, { on, indication, side, byColleague }] of Object.entries(PATIENTS)) {
    const patientId = await registered(neurologist, { familyName });
    const courseId = await started(neurologist, {
      patientId,
      ...(indication && { indication }),
      ...(side && { side }),
    });
    courses[familyName] = courseId;
    if (!on) continue;
    const injections = USUAL[indication ?? 'cervical_dystonia'];
    sessions[familyName] = await logged(neurologist, courseId, {
      performedOn: on,
      injections,
      note: 'secret',
      ...(byColleague && { injectorId: colleagueId }),
    });
  }
  const of = (name: string) => `/courses/${courses[name]}`;
  await scheduler.post(`${of('Booked')}/appointments`, { startsAt: '2026-11-25T15:00:00Z', note: 'secret' });
  await scheduler.post(`${of('Snoozed')}/contacts`, {
    channel: 'phone',
    outcome: 'call-later',
    snoozeUntilOn: '2026-12-01',
    note: 'secret',
  });
  await neurologist.post(`${of('Onhold')}/holds`, { untilOn: '2026-12-01', reason: 'secret' });
  await neurologist.post(`${of('Ended')}/end`, { on: '2026-11-23', reason: 'secret' });
  await voids(neurologist, sessions.Voided!, 'secretly entered twice');
  return { courses, colleagueId };
}
