import type { Duration, PlainDate } from '../calendar';
import { durationParts } from '../calendar';
import { counted } from '../words';

/** As days are written, January first. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14 Sep 2026`: a day as a clinician writes it, never to be confused with a month. */
export function dayText(day: PlainDate): string {
  return `${dayOfYearText(day)} ${day.slice(0, 4)}`;
}

/** `14 Sep`: a day of a year that is known. */
export function dayOfYearText(day: PlainDate): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** `12 weeks`, `90 days`, `3 months less 4 days`. Days that make whole weeks are said in weeks. */
export function durationText(duration: Duration): string {
  const { months, weeks, days } = durationParts(duration) ?? { months: 0, weeks: 0, days: 0 };
  const said = weeks === 0 && days % 7 === 0 ? { weeks: days / 7, days: 0 } : { weeks, days };
  const parts = [
    amountText(months, 'month'),
    amountText(said.weeks, 'week'),
    amountText(said.days, 'day'),
  ].filter((part) => part.text !== '');
  if (parts.length === 0) return '0 days';
  return parts.map((part, index) => (index === 0 ? part.signed : part.joined)).join(' ');
}

/** `14 to 16 weeks`, `12 weeks`: a span of days said in whole weeks. */
export function weeksText(fromDays: number, toDays: number = fromDays): string {
  const from = Math.round(fromDays / 7);
  const to = Math.round(toDays / 7);
  return from === to ? counted(from, 'week') : `${from} to ${counted(to, 'week')}`;
}

function amountText(amount: number, unit: string): { text: string; signed: string; joined: string } {
  if (amount === 0) return { text: '', signed: '', joined: '' };
  const text = counted(Math.abs(amount), unit);
  return {
    text,
    signed: amount < 0 ? `minus ${text}` : text,
    joined: `${amount < 0 ? 'less' : 'and'} ${text}`,
  };
}
