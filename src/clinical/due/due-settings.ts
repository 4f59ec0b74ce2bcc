import type { Duration, PlainDate, Weekday } from '../calendar';
import { durationParts } from '../calendar';

/** What a clinic may set about its due list. All of it is a setting with a default, none a medical limit. */
export interface DueSettings {
  readonly closedWeekdays: readonly Weekday[];
  readonly closedDays: readonly PlainDate[];
  /** A course comes on the list this many days before it is due. */
  readonly leadDays: number;
  /** The due day and the days after it that still count as on time. */
  readonly onTimeDays: number;
  /** So many days after the due day nobody expects the patient any more. */
  readonly lapseDays: number;
}

export const DEFAULT_DUE_SETTINGS: DueSettings = {
  closedWeekdays: ['saturday', 'sunday'],
  closedDays: [],
  leadDays: 30,
  onTimeDays: 28,
  lapseDays: 366,
};

/** Ten years: far above any interval in use, low enough that every computed day stays a day of four digits. */
const LONGEST_INTERVAL_DAYS = 3660;

/** Does this duration lead forward by at least a day and by at most ten years, whatever day it starts from? */
export function isInterval(value: unknown): value is Duration {
  const parts = durationParts(value);
  if (!parts) return false;
  const days = parts.weeks * 7 + parts.days;
  const shortestMonths = parts.months * (parts.months < 0 ? 31 : 28);
  const longestMonths = parts.months * (parts.months < 0 ? 28 : 31);
  return shortestMonths + days >= 1 && longestMonths + days <= LONGEST_INTERVAL_DAYS;
}
