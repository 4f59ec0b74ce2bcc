import { dayIn, type PlainDate } from '../../clinical/calendar';

const HOUR = 3_600_000;

/** The first moment of a day on the clinic's wall clock; of a day that the zone skipped, the first one after it. */
export function startOfDay(day: PlainDate, zone: string): Date {
  return firstMoment(day, (moment) => dayIn(zone, moment) >= day);
}

/** The first moment after a day. */
export function endOfDay(day: PlainDate, zone: string): Date {
  return firstMoment(day, (moment) => dayIn(zone, moment) > day);
}

/** No clock is more than 14 hours from UTC, and a zone has skipped one day at most: the turn lies within. */
function firstMoment(day: PlainDate, reached: (moment: Date) => boolean): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let before = midnight - 16 * HOUR;
  let after = midnight + 64 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (reached(new Date(middle))) after = middle;
    else before = middle;
  }
  return new Date(after);
}
