import { wallTimeAt } from '../../../../clinical/schedule/wall-clock';
import type { CalendarEntry } from '../../../../worklist/schedule/calendar-week.query';
import type { Injector } from '../../../../worklist/schedule/free-slots.query';

interface Freed {
  readonly now: Date;
  readonly zone: string;
  readonly injectors: readonly Injector[];
}

/** The address of a time that is free because they do not come, with whoever works here; undefined once it has begun. */
export function freedTime(
  { status, startsAt, injectorId }: Pick<CalendarEntry, 'status' | 'startsAt' | 'injectorId'>,
  { now, zone, injectors }: Freed,
): string | undefined {
  if ((status !== 'cancelled' && status !== 'no-show') || startsAt <= now) return undefined;
  const named = injectors.some(({ id }) => id === injectorId) ? `&with=${injectorId}` : '';
  return `/calendar/slot?at=${wallTimeAt(startsAt, zone)}${named}`;
}
