import { WEEKDAYS, type Weekday } from '../../../clinical/calendar';
import type { OpeningHours } from '../../../clinical/schedule/opening-hours';
import { capitalised } from '../../../clinical/words';

/** As a week is drawn here. */
export const FROM_MONDAY: readonly Weekday[] = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];

/** "Mon to Thu 09:00-12:00, 13:00-17:00; Fri 09:00-13:00": days in a row with the same hours are told once. */
export function hoursWords(hours: readonly OpeningHours[]): string {
  const runs: { from: Weekday; to: Weekday; times: string }[] = [];
  for (const [index, weekday] of FROM_MONDAY.entries()) {
    const times = timesOn(hours, weekday);
    const last = runs.at(-1);
    if (times === '') continue;
    if (last?.times === times && FROM_MONDAY[index - 1] === last.to) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, times });
  }
  return runs
    .map(({ from, to, times }) => `${from === to ? short(from) : `${short(from)} to ${short(to)}`} ${times}`)
    .join('; ');
}

function timesOn(hours: readonly OpeningHours[], weekday: Weekday): string {
  return hours
    .filter((span) => span.weekday === weekday)
    .map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`)
    .toSorted()
    .join(', ');
}

function short(weekday: Weekday): string {
  return capitalised(weekday.slice(0, 3));
}
