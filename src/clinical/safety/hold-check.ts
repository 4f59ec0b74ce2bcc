import type { PlainDate } from '../calendar';
import type { Finding } from '../finding';
import type { HoldConcerns } from './hold-concerns';

/** A hold that was not lifted, of this course or of another one of the patient. */
export interface StandingHold {
  readonly fromOn: PlainDate;
  /** The first day on which a session may be given again. */
  readonly untilOn: PlainDate;
  readonly reason: string;
  readonly concerns: HoldConcerns;
  readonly sameCourse: boolean;
}

const SOURCE = 'A hold keeps sessions waiting until its day (P)';

/**
 * Is the course on hold on the session's day, or the patient (S26)?
 *
 * From the hold's first day until the day before its end: on the day of its end a session may be given again. A hold
 * of another course counts when it concerns the patient.
 */
export function holdFindings(
  { performedOn }: { readonly performedOn: PlainDate },
  { holds = [] }: { readonly holds?: readonly StandingHold[] },
): readonly Finding[] {
  return holds
    .filter(({ sameCourse, concerns }) => sameCourse || concerns === 'patient')
    .filter(({ fromOn, untilOn }) => fromOn <= performedOn && performedOn < untilOn)
    .map((hold) => ({
      code: 'S26' as const,
      severity: 'confirm' as const,
      message: holdText(hold),
      pointer: '/performedOn',
      sourceText: SOURCE,
    }));
}

function holdText({ fromOn, untilOn, reason, concerns, sameCourse }: StandingHold): string {
  const whom =
    concerns === 'course' ? 'This course' : `The patient${sameCourse ? '' : ', by another course,'}`;
  return `${whom} is on hold from ${fromOn} until ${untilOn}: “${shortened(reason)}”. Wait until ${untilOn}, lift the hold if its reason is gone, or give the reason for a session now.`;
}

const MOST = 200;

function shortened(reason: string): string {
  return reason.length > MOST ? `${reason.slice(0, MOST).trimEnd()}…` : reason;
}
