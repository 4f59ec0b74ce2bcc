import { weekdayOf, type PlainDate, type Weekday } from '../calendar';
import { isOpenOn, type ClosedDays } from '../due/open-days';

/** A time on the clinic's wall, `09:30`. */
export type WallTime = `${number}:${number}`;

/** When somebody gives injections on a weekday: several spans of one day leave a break between them. A setting. */
export interface OpeningHours {
  /** Null: everybody who has no hours of their own. */
  readonly injectorId: string | null;
  readonly weekday: Weekday;
  readonly opensAt: WallTime;
  readonly closesAt: WallTime;
}

/** From one minute of the day to another; the last is the first at which it is closed again. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Until a clinic sets its hours. */
const USUAL: Span = { from: 9 * 60, to: 17 * 60 };

/**
 * When does somebody give injections on a day?
 *
 * Their own hours decide once they have any: a weekday without is then a day off. Else those of the clinic, else nine to
 * five. Never on a day on which the clinic is closed.
 */
export function hoursOn(
  day: PlainDate,
  injectorId: string | null,
  hours: readonly OpeningHours[],
  closed: ClosedDays,
): Span[] {
  if (!isOpenOn(day, closed)) return [];
  const own = hours.filter((set) => set.injectorId === injectorId);
  const deciding = own.length > 0 ? own : hours.filter((set) => set.injectorId === null);
  if (deciding.length === 0) return [USUAL];
  const weekday = weekdayOf(day);
  return deciding
    .filter((set) => set.weekday === weekday)
    .map(({ opensAt, closesAt }) => ({ from: minutesOf(opensAt), to: minutesOf(closesAt) }))
    .toSorted((a, b) => a.from - b.from);
}

/** Do two spans of one person and weekday share a minute? */
export function hoursOverlap(one: OpeningHours, other: OpeningHours): boolean {
  return (
    one.injectorId === other.injectorId &&
    one.weekday === other.weekday &&
    one.opensAt < other.closesAt &&
    other.opensAt < one.closesAt
  );
}

/** The minute of the day, 0 to 1439. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function wallTimeOf(minutes: number): WallTime {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}` as WallTime;
}

/** `00:00` to `23:59`. */
export function isWallTime(value: unknown): value is WallTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
