import { dayIn, type PlainDate } from '../../../clinical/calendar';
import { freeSlots } from '../../../clinical/schedule/free-slots';
import { hoursOn, minutesOf, type Span } from '../../../clinical/schedule/opening-hours';
import { wallTimeAt } from '../../../clinical/schedule/wall-clock';
import type { Clinic } from '../../../platform/clinic';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import type { Injector } from '../../../worklist/schedule/free-slots.query';
import { axisOf, columnCells, oneAfterAnother, withFree, type GridCell, type Placed } from './day-grid';

export type PlacedEntry = Placed & { readonly entry: CalendarEntry; readonly day: PlainDate };

/** What one injector does on one day. */
export interface Lane {
  readonly day: PlainDate;
  /** Null: nobody is named. */
  readonly injectorId: string | null;
  readonly name: string;
  readonly cells: readonly GridCell<PlacedEntry>[];
}

export interface DayLanes {
  readonly day: PlainDate;
  readonly lanes: readonly Lane[];
}

export interface LayOutProps {
  readonly days: readonly PlainDate[];
  readonly now: Date;
  readonly clinic: Clinic;
  readonly injectors: readonly Injector[];
  /** Of what length a time must be to be offered. */
  readonly minutes: number;
  /** Those that take time: booked, or come. */
  readonly entries: readonly CalendarEntry[];
}

/** Days on one time axis, a lane an injector; no axis where the clinic is closed and nobody is booked. */
export function layOut(props: LayOutProps): { axis: Span | undefined; days: DayLanes[] } {
  const { days, clinic, injectors, entries } = props;
  const { zone, due, schedule } = clinic;
  const placed = entries.map((entry): PlacedEntry => {
    const from = minutesOf(wallTimeAt(entry.startsAt, zone).slice(11));
    const day = dayIn(zone, entry.startsAt);
    return { entry, day, from, to: Math.min(from + entry.durationMin, 24 * 60) };
  });
  const hours = (day: PlainDate, id: string) => hoursOn(day, id, schedule.openingHours, due);
  const axis = axisOf([...placed, ...days.flatMap((day) => injectors.flatMap(({ id }) => hours(day, id)))]);
  if (!axis) return { axis, days: [] };
  const known = new Set(injectors.map(({ id }) => id));
  const lanesOf = (day: PlainDate): Lane[] => {
    const ofDay = placed.filter((visit) => visit.day === day);
    const others = ofDay.filter(({ entry }) => !known.has(entry.injectorId ?? ''));
    const lanes = injectors.map(({ id, name }): Lane => {
      const theirs = ofDay.filter(({ entry }) => entry.injectorId === id);
      const cells = columnCells(theirs, hours(day, id), axis);
      return { day, injectorId: id, name, cells: withFree(cells, freeOn(day, id, props)) };
    });
    if (others.length === 0) return lanes;
    const cells = columnCells(others, [], axis);
    return [...lanes, { day, injectorId: null, name: 'Nobody named', cells }];
  };
  return { axis, days: days.map((day) => ({ day, lanes: lanesOf(day) })) };
}

/** The minutes at which a visit could begin, one after the other. */
function freeOn(
  day: PlainDate,
  injectorId: string,
  { now, clinic, entries, minutes }: LayOutProps,
): number[] {
  const { zone, due, schedule } = clinic;
  const found = freeSlots(
    { from: day, to: day, now, minutes, injectorIds: [injectorId], taken: entries, most: 200 },
    { zone, closed: due, openingHours: schedule.openingHours },
  );
  const starts = found.map(({ startsAt }) => minutesOf(wallTimeAt(startsAt, zone).slice(11)));
  return oneAfterAnother(starts, minutes);
}
