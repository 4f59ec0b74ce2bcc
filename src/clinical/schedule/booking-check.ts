import { daysBetween, weekdayOf, type PlainDate } from '../calendar';
import { isOpenOn, type ClosedDays } from '../due/open-days';
import { counted } from '../words';
import { overlaps, type Taken } from './free-slots';
import { hoursOn, minutesOf, wallTimeOf, type OpeningHours } from './opening-hours';
import { clockText, wallTimeAt } from './wall-clock';

export const BOOKING_CODES = ['past', 'early', 'double-booking', 'clash', 'outside-hours'] as const;
export type BookingCode = (typeof BOOKING_CODES)[number];

/** What speaks against a time for a visit. It is said, and the visit is booked all the same: the desk knows why. */
export interface BookingWarning {
  readonly code: BookingCode;
  readonly text: string;
}

export interface ProposedVisit {
  readonly startsAt: Date;
  readonly durationMin: number;
  /** With whom; null: nobody is named, and nobody is usual. */
  readonly injectorId: string | null;
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
 * A day before today, a day before the earliest of a course, a time at which the patient or the injector has another visit,
 * a time outside opening hours. A time earlier today is written down afterwards and says nothing.
 */
export function bookingCheck(
  visit: ProposedVisit,
  around: BookedAround,
  settings: BookingSettings,
): BookingWarning[] {
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

function past(day: PlainDate, today: PlainDate): BookingWarning[] {
  if (day >= today) return [];
  const ago = counted(daysBetween(day, today), 'day');
  const text = `${day} was ${ago} ago. Was a day from ${today} on meant? Then choose it.`;
  return [{ code: 'past', text }];
}

function early(day: PlainDate, earliestOn: readonly PlainDate[]): BookingWarning[] {
  const earliest = earliestOn.toSorted().at(-1);
  if (earliest === undefined || day >= earliest) return [];
  const before = counted(daysBetween(day, earliest), 'day');
  const text = `${day} is ${before} before ${earliest}, the earliest day for the next session. Book from ${earliest} on, or ask the neurologist.`;
  return [{ code: 'early', text }];
}

function doubleBooking(visit: ProposedVisit, { ofPatient }: BookedAround, zone: string): BookingWarning[] {
  const other = ofPatient.find((taken) => overlaps(visit, taken));
  if (!other) return [];
  const text = `This patient is booked ${timeWords(other, zone)} already. Treat several courses in one visit, or choose another time.`;
  return [{ code: 'double-booking', text }];
}

function clash(visit: ProposedVisit, { ofInjector }: BookedAround, zone: string): BookingWarning[] {
  const others = ofInjector.filter((taken) => overlaps(visit, taken));
  if (others.length === 0) return [];
  const times = others.map((taken) => timeWords(taken, zone)).join(', ');
  const text = `The injector has another patient ${times}. Choose a free time.`;
  return [{ code: 'clash', text }];
}

function outsideHours(
  { injectorId, durationMin }: ProposedVisit,
  wall: string,
  { openingHours, due }: BookingSettings,
): BookingWarning[] {
  const [day, time] = [wall.slice(0, 10) as PlainDate, wall.slice(11)];
  const spans = hoursOn(day, injectorId, openingHours, due);
  const from = minutesOf(time);
  if (spans.some((span) => span.from <= from && from + durationMin <= span.to)) return [];
  const hours = spans
    .map((span) => `${clockText(wallTimeOf(span.from))} to ${clockText(wallTimeOf(span.to))}`)
    .join(', ');
  const weekday = capital(weekdayOf(day));
  if (hours)
    return said(
      `${clockText(time)} (${durationMin} minutes) is outside the hours of that day, ${hours}. Choose a time within them.`,
    );
  return said(
    isOpenOn(day, due)
      ? `No injections are given on ${weekday}, ${day}. Choose another day.`
      : `The clinic is closed on ${weekday}, ${day}. Choose a day on which it is open.`,
  );
}

function said(text: string): BookingWarning[] {
  return [{ code: 'outside-hours', text }];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function timeWords({ startsAt, durationMin }: Taken, zone: string): string {
  const [day = '', time = ''] = wallTimeAt(startsAt, zone).split('T');
  return `on ${day} at ${clockText(time)} (${durationMin} minutes)`;
}
