import { dayIn, daysBetween, isPlainDate, weekdayOf, type PlainDate } from '../../clinical/calendar';
import { dayOfYearText, dayText } from '../../clinical/due/due-text';
import { clockText, wallTimeAt } from '../../clinical/schedule/wall-clock';
import { capitalised, counted } from '../../clinical/words';

/** A day as people say it, seen from today: "Tue 25 Aug, in 3 days". Another year than today's is named. */
export function dayWords(day: PlainDate, today: PlainDate): string {
  return `${shortDay(day, today)}, ${distanceWords(day, today)}`;
}

/** "Tue 25 Aug", and "Tue 25 Aug 2027" in another year than today's, or always when no today is given. */
export function shortDay(day: PlainDate, today?: PlainDate): string {
  const weekday = capitalised(weekdayOf(day).slice(0, 3));
  const year = day.slice(0, 4) === today?.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${weekday} ${dayOfYearText(day)}${year}`;
}

/** How far a day lies from today: "today", "tomorrow", "in 3 days", "5 weeks ago". Weeks from two on, months from ten weeks on. */
export function distanceWords(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const length = lengthWords(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

/** A text of the record with its days as people read them: "2026-02-11" becomes "11 Feb 2026". */
export function saidDays(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isPlainDate(day) ? dayText(day) : day));
}

/** "2:30 pm" on the clinic's wall. */
export function clockWords(moment: Date, zone: string): string {
  return clockText(wallTimeAt(moment, zone).slice(11));
}

/** "Tue 25 Aug 2026, 2:30 pm" in the clinic's zone; without the year when it is that of `today`. */
export function timeWords(moment: Date, zone: string, today?: PlainDate): string {
  return `${shortDay(dayIn(zone, moment), today)}, ${clockWords(moment, zone)}`;
}

function lengthWords(days: number): string {
  if (days < 14) return counted(days, 'day');
  if (days < 70) return counted(Math.round(days / 7), 'week');
  if (days < 730) return counted(Math.round(days / 30.44), 'month');
  return counted(Math.round(days / 365.25), 'year');
}
