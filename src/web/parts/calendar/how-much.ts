import type { PlainDate } from '../../../clinical/calendar';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import { addressWith } from '../../filled-query';

/** Our choice: with what is done about each of them, more visits make a page of over 250 kB. */
const MOST_WITH_ACTIONS = 120;

/** Our choice: so many in short make as large a page; of more a week tells how many there are. */
export const MOST_IN_SHORT = 300;

/**
 * Where what is done about a visit is found, where so many are shown that it does not stand beside each: on the page of its
 * day, at the visit that was `opened`. Undefined: it stands beside the visit itself.
 */
export function actionsElsewhere(
  entries: readonly CalendarEntry[],
  opened?: unknown,
): (entry: CalendarEntry, day: PlainDate) => string | undefined {
  const isBusy = entries.length > MOST_WITH_ACTIONS;
  return ({ id }, day) =>
    isBusy && id !== opened
      ? `${addressWith('/calendar/day', { on: day, visit: id })}#appointment-${id}`
      : undefined;
}
