import { daysBetween, type PlainDate } from '../calendar';
import type { ClosedDays } from '../due/open-days';
import type { FindingSeverity } from '../finding';
import { counted } from '../words';
import { overlaps, type Taken } from './free-slots';
import { hoursOn, minutesOf, type OpeningHours } from './opening-hours';
import { wallTimeAt } from './wall-clock';

export const BOOKING_CODES = ['past', 'early', 'double-booking', 'clash', 'outside-hours'] as const;
export type BookingCode = (typeof BOOKING_CODES)[number];

/** What speaks against a time for a visit. `confirm`: booked once a reason is given, `note`: only said. */
export interface BookingFinding {
  readonly code: BookingCode;
  readonly severity: Exclude<FindingSeverity, 'stop'>;
  readonly message: string;
}

export interface ProposedVisit {
  readonly startsAt: Date;
  readonly durationMin: number;
  /** With whom; null: nobody is named, and nobody is usual. */
  readonly injectorId: string | null;
  /** Whether whoever books has named the injector. Where it is only the usual one, a clash is said and not asked. */
  readonly named: boolean;
  /** The earliest day of each course that has one. */
  readonly earliestOn: readonly PlainDate[];
}

export interface BookedAround {
  /** What else is booked for this patient. */
  readonly ofPatient: readonly Taken[];
  /** What else is booked with this injector. */
  readonly ofInjector: readonly Taken[];
}

export interface BookingSettings {
  readonly today: PlainDate;
  readonly zone: string;
  readonly due: ClosedDays;
  readonly openingHours: readonly OpeningHours[];
}

/**
 * What speaks against booking this visit at this time?
 *
 * Asked: a day before today, a day before the earliest of a course, a time at which the patient or the injector has another
 * visit. Only said: a time outside opening hours, for clinics open on other days now and then; on a closed day the screens
 * say that.
 */
export function bookingCheck(
  visit: ProposedVisit,
  around: BookedAround,
  settings: BookingSettings,
): BookingFinding[] {
  const wall = wallTimeAt(visit.startsAt, settings.zone);
  const day = wall.slice(0, 10) as PlainDate;
  return [
    ...past(day, settings.today),
    ...early(day, visit.earliestOn),
    ...doubleBooking(visit, around, settings.zone),
    ...clash(visit, around, settings.zone),
    ...outsideHours(visit, wall, settings),
  ];
}

function past(day: PlainDate, today: PlainDate): BookingFinding[] {
  if (day >= today) return [];
  const ago = counted(daysBetween(day, today), 'day');
  const message = `${day} was ${ago} ago. Was a day from ${today} on meant? Choose one, or give the reason for booking in the past.`;
  return [{ code: 'past', severity: 'confirm', message }];
}

function early(day: PlainDate, earliestOn: readonly PlainDate[]): BookingFinding[] {
  const earliest = earliestOn.toSorted().at(-1);
  if (earliest === undefined || day >= earliest) return [];
  const before = counted(daysBetween(day, earliest), 'day');
  const message = `${day} is ${before} before ${earliest}, the earliest day for the next session. Book from ${earliest} on, or give the reason for an earlier visit.`;
  return [{ code: 'early', severity: 'confirm', message }];
}

function doubleBooking(visit: ProposedVisit, { ofPatient }: BookedAround, zone: string): BookingFinding[] {
  const other = ofPatient.find((one) => overlaps(visit, one));
  if (!other) return [];
  const message = `This patient is booked ${timeWords(other, zone)} already. Treat several courses in one visit, choose another time, or give the reason for two visits at once.`;
  return [{ code: 'double-booking', severity: 'confirm', message }];
}

function clash(visit: ProposedVisit, { ofInjector }: BookedAround, zone: string): BookingFinding[] {
  const others = ofInjector.filter((one) => overlaps(visit, one));
  if (others.length === 0) return [];
  const times = others.map((one) => timeWords(one, zone)).join(', ');
  const message = `The injector has another patient ${times}. Choose a free time, or give the reason for both at once.`;
  return [{ code: 'clash', severity: visit.named ? 'confirm' : 'note', message }];
}

function outsideHours(
  { injectorId, durationMin }: ProposedVisit,
  wall: string,
  { openingHours, due }: BookingSettings,
): BookingFinding[] {
  const spans = hoursOn(wall.slice(0, 10) as PlainDate, injectorId, openingHours, due);
  const from = minutesOf(wall.slice(11));
  if (spans.some((span) => span.from <= from && from + durationMin <= span.to)) return [];
  const message = `${wall.slice(11)}, ${durationMin} minutes, is outside opening hours.`;
  return [{ code: 'outside-hours', severity: 'note', message }];
}

function timeWords({ startsAt, durationMin }: Taken, zone: string): string {
  const [day, time] = wallTimeAt(startsAt, zone).split('T');
  return `on ${day} at ${time} (${durationMin} minutes)`;
}
