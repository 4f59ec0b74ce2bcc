import type { PlainDate } from '../calendar';
import type { PriorTolerance } from '../review/review-path';

/** What the record holds about how a patient bore botulinum toxin. */
export interface ToleranceRecord {
  /** What the patient was asked; null: not asked. */
  readonly asked: boolean | null;
  /** The days of all sessions that count. */
  readonly sessionsOn: readonly PlainDate[];
  readonly adverseEvents: readonly { readonly serious: boolean }[];
}

/**
 * Has this patient tolerated botulinum toxin before? What was asked of the patient decides; else the record does, when
 * it holds a session before the given day and no serious adverse event.
 */
export function toleratedBefore(
  { asked, sessionsOn, adverseEvents }: ToleranceRecord,
  before: PlainDate,
): boolean {
  return asked ?? toleratedSessions({ sessionsOn, adverseEvents }, before) > 0;
}

/** How many sessions before the given day tell that toxin is tolerated: none once an adverse event was serious. */
export function toleratedSessions(
  { sessionsOn, adverseEvents }: Omit<ToleranceRecord, 'asked'>,
  before: PlainDate,
): number {
  if (adverseEvents.some(({ serious }) => serious)) return 0;
  return sessionsOn.filter((day) => day < before).length;
}

/**
 * What stands of a patient's tolerance after a review: what it answered, yes or no. "Never had toxin", "unknown" and no
 * answer leave it as it was.
 */
export function toleranceAfter(answer: PriorTolerance | undefined, standing: boolean | null): boolean | null {
  switch (answer) {
    case 'tolerated':
      return true;
    case 'not-tolerated':
      return false;
    default:
      return standing;
  }
}
