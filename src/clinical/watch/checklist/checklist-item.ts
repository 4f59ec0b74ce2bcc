import type { SessionCircumstances, TreatedSession } from '../../treated-session';
import type { RuleValues } from '../../rules';
import type { RestsOn, SessionEvidence } from '../trend-state';
import type { ChecklistCode } from './causes';

/** `open`: a person must say. `explained`: the record offers this as an explanation. `excluded`: the record speaks against it. */
export const CHECKLIST_STATUSES = ['open', 'explained', 'excluded'] as const;
export type ChecklistStatus = (typeof CHECKLIST_STATUSES)[number];

/** One cause to be thought of before a loss of effect is blamed on the toxin. */
export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly text: string;
  readonly status: ChecklistStatus;
  /** What the record says; empty where it says nothing. */
  readonly detail: string;
  readonly source: string;
}

/** A course as the checklist reads it; all lists run beside each other, one entry a session, in one stretch. */
export interface ChecklistCourse {
  readonly sessions: readonly TreatedSession[];
  readonly evidence: readonly SessionEvidence[];
  readonly circumstances: readonly (SessionCircumstances | undefined)[];
  /** Index of the first session of the suspected loss. */
  readonly since: number;
  readonly restsOn: RestsOn | null;
  readonly rules: RuleValues;
}

/** What the record says of one cause. */
export type Finding = Pick<ChecklistItem, 'status' | 'detail'>;

export function open(detail = ''): Finding {
  return { status: 'open', detail };
}

export function explained(detail: string): Finding {
  return { status: 'explained', detail };
}

export function excluded(detail: string): Finding {
  return { status: 'excluded', detail };
}

/** `session 7`, `sessions 7 and 8`, `5 sessions` */
export function sessionsText(sessions: readonly { readonly session: number }[]): string {
  if (sessions.length > 3) return `${sessions.length} sessions`;
  const numbers = sessions.map(({ session }) => String(session));
  const last = numbers.pop();
  return numbers.length ? `sessions ${numbers.join(', ')} and ${last}` : `session ${last}`;
}
