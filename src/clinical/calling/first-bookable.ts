import { addDays, latestOf, type PlainDate } from '../calendar';
import { nextOpenDay, type ClosedDays } from '../due/open-days';

/** Which day is proposed for the next session? The day to book, or the next open day, and never before tomorrow. */
export function firstBookable(bookOn: PlainDate | null, today: PlainDate, closed: ClosedDays): PlainDate {
  const tomorrow = addDays(today, 1);
  return nextOpenDay(bookOn === null ? tomorrow : latestOf(tomorrow, bookOn), closed).on;
}
