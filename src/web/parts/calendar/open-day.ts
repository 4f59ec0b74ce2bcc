import { addDays, type PlainDate } from '../../../clinical/calendar';
import type { DueSettings } from '../../../clinical/due/due-settings';
import { isOpenOn } from '../../../clinical/due/open-days';

/** The first due day that is booked on this open day: the day after the open day before it. */
export function firstDueDayFor(day: PlainDate, settings: DueSettings): PlainDate {
  let first = day;
  for (let back = 0; back < 60 && !isOpenOn(addDays(first, -1), settings); back += 1)
    first = addDays(first, -1);
  return first;
}
