import type { PlainDate } from '../calendar';
import { addDays, daysBetween } from '../calendar';
import type { DueSettings } from './due-settings';

export const DUE_STATUSES = ['no-session', 'not-due', 'upcoming', 'due', 'overdue', 'lapsed'] as const;
export type DueStatus = (typeof DUE_STATUSES)[number];

export interface DueStatusOnDay {
  readonly dueStatus: DueStatus;
  /** 1 on the first overdue day; 0 until then. Goes on counting when the course has lapsed. */
  readonly daysOverdue: number;
}

/** Due days, both inclusive; an end left out is open. Empty when `dueFrom` lies after `dueTo`. */
export interface DueRange {
  readonly dueFrom?: PlainDate;
  readonly dueTo?: PlainDate;
}

type StatusDays = Pick<DueSettings, 'leadDays' | 'onTimeDays' | 'lapseDays'>;

/**
 * Is the next session upcoming, due or overdue on this day?
 *
 * Due today is due, not overdue: the on-time window starts with the due day. A course without a session has no due day.
 */
export function dueStatusOn(
  day: PlainDate,
  forecast: { readonly dueOn: PlainDate } | undefined,
  settings: StatusDays,
): DueStatusOnDay {
  if (!forecast) return { dueStatus: 'no-session', daysOverdue: 0 };
  const daysSinceDue = daysBetween(forecast.dueOn, day);
  return {
    dueStatus: statusAt(daysSinceDue, settings),
    daysOverdue: Math.max(0, daysSinceDue - settings.onTimeDays + 1),
  };
}

/**
 * Which due days have this status on a day? The same decision as `dueStatusOn`, turned round, so that the database
 * can select one status by a range over `due_on`.
 */
export function statusRange(
  status: Exclude<DueStatus, 'no-session'>,
  day: PlainDate,
  settings: StatusDays,
): DueRange {
  const { leadDays, lapseDays } = settings;
  const onTimeDays = Math.min(settings.onTimeDays, lapseDays);
  switch (status) {
    case 'not-due':
      return { dueFrom: addDays(day, leadDays + 1) };
    case 'upcoming':
      return { dueFrom: addDays(day, 1), dueTo: addDays(day, leadDays) };
    case 'due':
      return { dueFrom: addDays(day, 1 - onTimeDays), dueTo: day };
    case 'overdue':
      return { dueFrom: addDays(day, 1 - lapseDays), dueTo: addDays(day, -onTimeDays) };
    case 'lapsed':
      return { dueTo: addDays(day, -lapseDays) };
  }
}

/** In the order of their due days: where one ends, the next begins. */
const BY_DUE_DAY = ['lapsed', 'overdue', 'due', 'upcoming', 'not-due'] as const;

/** The due days of any of these statuses; neighbours are one range, which the database can read in order from its start. */
export function statusRanges(
  statuses: readonly Exclude<DueStatus, 'no-session'>[],
  day: PlainDate,
  settings: StatusDays,
): DueRange[] {
  const runs: DueRange[] = [];
  BY_DUE_DAY.forEach((status, at) => {
    if (!statuses.includes(status)) return;
    const range = statusRange(status, day, settings);
    const goesOn = at > 0 && statuses.includes(BY_DUE_DAY[at - 1]!);
    runs.push(goesOn ? { ...range, dueFrom: runs.pop()?.dueFrom } : range);
  });
  return runs;
}

function statusAt(daysSinceDue: number, { leadDays, onTimeDays, lapseDays }: StatusDays): DueStatus {
  if (daysSinceDue >= lapseDays) return 'lapsed';
  if (daysSinceDue >= onTimeDays) return 'overdue';
  if (daysSinceDue >= 0) return 'due';
  if (daysSinceDue >= -leadDays) return 'upcoming';
  return 'not-due';
}
