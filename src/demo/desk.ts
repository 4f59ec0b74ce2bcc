import { addDays, daysBetween, type PlainDate } from '../clinical/calendar';
import type { DueSettings } from '../clinical/due/due-settings';
import { nextOpenDay } from '../clinical/due/open-days';
import type { GivenSession } from './rows/given-sessions';
import type { AppointmentPlan, CoursePlan } from './courses/plan';
import type { DemoClinic } from './rows/rows';
import { demoId, seededRandom } from './seeded-random';
import { momentAt, type WallTime } from './wall-clock';

interface DeskDay {
  readonly today: PlainDate;
  readonly zone: string;
  readonly settings: DueSettings;
}

/** Older visits are not in the appointment book of the demo clinic. */
const BOOK_KEPT_DAYS = 200;

/** What the scheduler has booked, and the visits of the last months. */
export function appointmentsOf(
  courseId: string,
  plan: CoursePlan,
  given: readonly GivenSession[],
  { today, zone, settings }: DeskDay,
): DemoClinic['appointments'] {
  const visits = given
    .map(({ counts }) => counts.session.performedOn)
    .filter((day) => day < today && daysBetween(day, today) <= BOOK_KEPT_DAYS)
    .map((day) => ({ day, at: visitTime(plan), status: 'attended' as const, note: undefined }));
  const planned = (plan.appointments ?? []).map((appointment) => ({
    day: dayOf(appointment, today, settings),
    at: appointment.at,
    status: appointment.status ?? ('booked' as const),
    note: appointment.note,
  }));
  return [...visits, ...planned].map(({ day, at, status, note }) => ({
    id: demoId('appointment', courseId, daysBetween(today, day), status),
    courseId,
    startsAt: momentAt(zone, day, at),
    durationMin: 30,
    status,
    note: note ?? null,
    cancelReason: null,
    attendedSessionId: null,
    visitId: null,
    injectorId: null,
    callEarlier: false,
    warnings: [],
    version: status === 'booked' ? 1 : 2,
  }));
}

/** An appointment of today or later lies on a day that the clinic is open. */
function dayOf({ inDays }: AppointmentPlan, today: PlainDate, settings: DueSettings): PlainDate {
  const day = addDays(today, inDays);
  return inDays >= 0 ? nextOpenDay(day, settings).on : day;
}

/** The same for all visits of a patient: people keep to their hour. */
function visitTime({ who }: CoursePlan): WallTime {
  const half = seededRandom('visit', who).whole(17, 31);
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}` as WallTime;
}

/** Calls and messages about the next session. */
export function contactsOf(
  courseId: string,
  plan: CoursePlan,
  { today, zone }: DeskDay,
): DemoClinic['contacts'] {
  return (plan.contacts ?? []).map(({ daysAgo, channel, outcome, snoozeDays, note }) => {
    const day = addDays(today, -daysAgo);
    return {
      id: demoId('contact', courseId, daysAgo),
      courseId,
      at: momentAt(zone, day, CALLED_AT),
      channel,
      outcome,
      snoozeUntilOn: snoozeDays === undefined ? null : addDays(day, snoozeDays),
      note: note ?? null,
    };
  });
}

const CALLED_AT: WallTime = '11:20';
