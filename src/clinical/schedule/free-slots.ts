import { addDays, type PlainDate } from '../calendar';
import type { ClosedDays } from '../due/open-days';
import { hoursOn, wallTimeOf, type OpeningHours, type Span } from './opening-hours';
import { momentAt, wallTimeAt } from './wall-clock';

/** A time that is taken. */
export interface Taken {
  readonly injectorId: string | null;
  readonly startsAt: Date;
  readonly durationMin: number;
}

export interface FreeSlot {
  readonly startsAt: Date;
  readonly injectorId: string;
}

export interface SlotSearch {
  readonly from: PlainDate;
  /** The last day, included. */
  readonly to: PlainDate;
  /** Nothing earlier is free any more. */
  readonly now: Date;
  readonly minutes: number;
  readonly injectorIds: readonly string[];
  readonly taken: readonly Taken[];
  readonly most: number;
}

export interface SlotSettings {
  readonly zone: string;
  readonly closed: ClosedDays;
  readonly openingHours: readonly OpeningHours[];
}

/** Visits begin at every quarter of an hour, counted from the opening. */
const STEP_MINUTES = 15;
const MINUTE = 60_000;

/**
 * When could a visit of this length take place, and with whom? By time, then in the order of the injectors.
 *
 * It fits wholly into opening hours and touches no visit of the same injector; one may begin at the minute at which another
 * ends. Times are those on the clinic's wall: one that the clocks skip in spring is not offered.
 */
export function freeSlots(search: SlotSearch, settings: SlotSettings): FreeSlot[] {
  const found: FreeSlot[] = [];
  for (let day = search.from; day <= search.to && found.length < search.most; day = addDays(day, 1)) {
    const ofDay = search.injectorIds.flatMap((injectorId) => slotsOf(day, injectorId, search, settings));
    found.push(...ofDay.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()));
  }
  return found.slice(0, search.most);
}

function slotsOf(
  day: PlainDate,
  injectorId: string,
  { minutes, taken, now }: SlotSearch,
  { zone, closed, openingHours }: SlotSettings,
): FreeSlot[] {
  const theirs = taken.filter((visit) => visit.injectorId === injectorId);
  return hoursOn(day, injectorId, openingHours, closed)
    .flatMap((span) => startsIn(span, minutes))
    .flatMap((minute) => {
      const wall = `${day}T${wallTimeOf(minute)}`;
      const startsAt = momentAt(wall, zone);
      return startsAt && wallTimeAt(startsAt, zone) === wall ? [startsAt] : [];
    })
    .filter((startsAt) => startsAt >= now)
    .filter((startsAt) => !theirs.some((visit) => overlaps({ startsAt, durationMin: minutes }, visit)))
    .map((startsAt) => ({ startsAt, injectorId }));
}

function startsIn({ from, to }: Span, minutes: number): number[] {
  const starts = [];
  for (let minute = from; minute + minutes <= to; minute += STEP_MINUTES) starts.push(minute);
  return starts;
}

/** Do two visits share a minute? */
export function overlaps(one: Omit<Taken, 'injectorId'>, other: Omit<Taken, 'injectorId'>): boolean {
  return one.startsAt.getTime() < endOf(other) && other.startsAt.getTime() < endOf(one);
}

function endOf({ startsAt, durationMin }: Omit<Taken, 'injectorId'>): number {
  return startsAt.getTime() + durationMin * MINUTE;
}
