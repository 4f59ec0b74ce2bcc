import type { PlainDate } from '../calendar';
import { addDays, weekdayOf } from '../calendar';
import type { DueReason } from './due-reason';
import type { DueSettings } from './due-settings';
import { capitalised } from '../words';
import { dayText } from './due-text';

export type ClosedDays = Pick<DueSettings, 'closedWeekdays' | 'closedDays'>;

/** After so many closed days the settings are taken for wrong, and the due day is offered as it is. */
const SEARCH_DAYS = 366;

/** The due day, or the next day that the clinic is open; with the reason. */
export function nextOpenDay(dueOn: PlainDate, closed: ClosedDays): { on: PlainDate; reason: DueReason } {
  if (isOpenOn(dueOn, closed)) {
    return { on: dueOn, reason: bookReason('open-day', `the clinic is open on ${longDay(dueOn)}`, dueOn) };
  }
  for (let ahead = 1; ahead <= SEARCH_DAYS; ahead += 1) {
    const on = addDays(dueOn, ahead);
    if (isOpenOn(on, closed)) return { on, reason: closedReason(dueOn, addDays(on, -1), on) };
  }
  const text = `the clinic settings show no open day in the year after ${dayText(dueOn)}: choose the day by hand`;
  return { on: dueOn, reason: bookReason('no-open-day', text, dueOn) };
}

/** Is the clinic open on this day? */
export function isOpenOn(day: PlainDate, { closedWeekdays, closedDays }: ClosedDays): boolean {
  return !closedWeekdays.includes(weekdayOf(day)) && !closedDays.includes(day);
}

function closedReason(dueOn: PlainDate, lastClosedOn: PlainDate, openOn: PlainDate): DueReason {
  const span =
    dueOn === lastClosedOn ? `on ${longDay(dueOn)}` : `from ${longDay(dueOn)} to ${longDay(lastClosedOn)}`;
  return bookReason(
    'clinic-closed',
    `the clinic is closed ${span}; it opens again on ${longDay(openOn)}`,
    dueOn,
  );
}

function bookReason(code: DueReason['code'], text: string, sourceOn: PlainDate): DueReason {
  return { field: 'bookOn', code, text, sourceOn };
}

function longDay(day: PlainDate): string {
  return `${capitalised(weekdayOf(day))} ${dayText(day)}`;
}
