import type { PlainDate } from '../calendar';
import type { DueSettings } from '../due/due-settings';
import { dueStatusOn } from '../due/due-status';

/** Where a course stands for whoever calls; in the order in which the desk looks at them. */
export const CALL_QUEUES = ['to-call', 'booked', 'snoozed', 'said-no', 'lapsed', 'first-visits'] as const;
export type CallQueue = (typeof CALL_QUEUES)[number];

export interface QueuedCourse {
  /** Null: no session was given yet. */
  readonly dueOn: PlainDate | null;
  /** Whether an appointment stands on that day or later. */
  readonly booked: boolean;
  readonly snoozedUntilOn: PlainDate | null;
  /** The day of a refusal that nobody has taken back. */
  readonly refusedOn: PlainDate | null;
}

/**
 * Is somebody to be called about this course, or why not?
 *
 * Who is booked is not called, nor who asked for another day until that day has come, nor who has said no. What was said
 * before the due day holds until then: at the due day one asks once more. What comes first decides; a course that is not
 * due for long, and about which nothing was arranged, stands nowhere.
 */
export function callQueueOn(
  day: PlainDate,
  { dueOn, booked, snoozedUntilOn, refusedOn }: QueuedCourse,
  settings: Pick<DueSettings, 'leadDays' | 'onTimeDays' | 'lapseDays'>,
): CallQueue | undefined {
  if (booked) return 'booked';
  if (snoozedUntilOn !== null && day < snoozedUntilOn) return 'snoozed';
  if (hasSaidNo(day, { dueOn, refusedOn })) return 'said-no';
  if (dueOn === null) return 'first-visits';
  const { dueStatus } = dueStatusOn(day, { dueOn }, settings);
  if (dueStatus === 'lapsed') return 'lapsed';
  return dueStatus === 'not-due' ? undefined : 'to-call';
}

/** Does a refusal hold on this day? One from before the due day holds until then, one since then until the next cycle. */
export function hasSaidNo(
  day: PlainDate,
  { dueOn, refusedOn }: Pick<QueuedCourse, 'dueOn' | 'refusedOn'>,
): boolean {
  return refusedOn !== null && (dueOn === null || refusedOn >= dueOn || day < dueOn);
}
