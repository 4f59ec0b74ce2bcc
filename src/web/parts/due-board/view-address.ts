import { addDays, mondayOf, type PlainDate } from '../../../clinical/calendar';
import { VIEW_FILTERS } from '../../../records/saved-views/saved-views.dto';
import { addressWith } from '../../filled-query';

const NEXT_WEEK = 'next-week';

/** The coming week, from Monday to Sunday. */
export function nextWeekOf(today: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  const monday = addDays(mondayOf(today), 7);
  return { from: monday, to: addDays(monday, 6) };
}

/**
 * What of an address is worth keeping: its filters, and next week as such. Single days and the name of somebody belong to
 * the work of one day and stay out.
 */
export function keptQuery(asked: Readonly<Record<string, unknown>>, today: PlainDate): string {
  const { from, to } = nextWeekOf(today);
  const days = asked['from'] === from && asked['to'] === to ? NEXT_WEEK : undefined;
  const kept = VIEW_FILTERS.map((name) => [name, name === 'days' ? days : asked[name]]);
  return addressWith('', Object.fromEntries(kept) as Record<string, unknown>).replace(/^\?/, '');
}

/** Where a view leads on a day. */
export function viewAddress(query: string, today: PlainDate): string {
  const { days, ...filters } = Object.fromEntries(new URLSearchParams(query));
  return addressWith('/due', { ...filters, ...(days === NEXT_WEEK && nextWeekOf(today)) });
}
