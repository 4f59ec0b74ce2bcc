import type { PlainDate } from '../calendar';

/** The days of a forecast that carry a reason, in the order in which they follow from each other. */
export const DUE_FIELDS = [
  'anchorOn',
  'earliestOn',
  'dueOn',
  'lastOnTimeOn',
  'overdueFrom',
  'bookOn',
] as const;
export type DueField = (typeof DUE_FIELDS)[number];

export const DUE_REASON_CODES = [
  'latest-session',
  'minimum-interval',
  'hold',
  'cross-course',
  'override',
  'course-interval',
  'own-effect-window',
  'usual-interval',
  'lifted-to-earliest',
  'on-time-days',
  'open-day',
  'clinic-closed',
  'no-open-day',
] as const;
export type DueReasonCode = (typeof DUE_REASON_CODES)[number];

/** Why a day is what it is, in a clinician's words. */
export interface DueReason {
  readonly field: DueField;
  readonly code: DueReasonCode;
  readonly text: string;
  /** The day that the reason counts from: the session, the end of a hold, the override. */
  readonly sourceOn?: PlainDate;
}
