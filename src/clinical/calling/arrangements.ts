import type { PlainDate } from '../calendar';
import { isOfThisCycle, type Recorded } from '../due/contact-of-cycle';

interface Arranged extends Recorded {
  readonly at: Date;
}

/** A call or a message about the next session. */
export interface Call extends Arranged {
  readonly outcome: string;
  readonly snoozeUntilOn: PlainDate | null;
}

/** Not to be called before a day; null takes back what was arranged. */
export interface Snooze extends Arranged {
  readonly untilOn: PlainDate | null;
}

export interface Arrangements {
  readonly lastCall: Call | null;
  /** How many calls and messages there were. */
  readonly attempts: number;
  readonly snoozedUntilOn: PlainDate | null;
  readonly refusedOn: PlainDate | null;
}

/** No, as the desk hears it: they do not want to, or live elsewhere now. */
const REFUSALS: readonly string[] = ['declined', 'moved'];

/**
 * What has been arranged with the patient about the coming session?
 *
 * Only what was said or arranged in this cycle counts. Of calls and snoozes the latest decides; where nobody answered,
 * nothing was arranged and what stood goes on.
 */
export function arrangementsOf(
  calls: readonly Call[],
  snoozes: readonly Snooze[],
  lastSession: Recorded | undefined,
): Arrangements {
  const ofCycle = calls.filter((call) => isOfThisCycle(call, lastSession)).toSorted(byTime);
  const answered = ofCycle.findLast(({ outcome, snoozeUntilOn }) => outcome !== 'no-answer' || snoozeUntilOn);
  const snooze = snoozes
    .filter((said) => isOfThisCycle(said, lastSession))
    .toSorted(byTime)
    .at(-1);
  const spoken = ofCycle.findLast(({ outcome }) => outcome !== 'no-answer');
  const snoozeDecides = snooze !== undefined && !(answered && answered.at > snooze.at);
  return {
    lastCall: ofCycle.at(-1) ?? null,
    attempts: ofCycle.length,
    snoozedUntilOn: (snoozeDecides ? snooze.untilOn : answered?.snoozeUntilOn) ?? null,
    refusedOn: spoken && REFUSALS.includes(spoken.outcome) ? spoken.on : null,
  };
}

function byTime(one: Arranged, other: Arranged): number {
  return one.at.getTime() - other.at.getTime() || one.recordedAt.getTime() - other.recordedAt.getTime();
}
