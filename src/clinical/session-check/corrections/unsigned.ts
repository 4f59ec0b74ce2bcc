import { addDays, daysBetween, type PlainDate } from '../../calendar';
import type { RuleValues } from '../../rules';

export interface Unsigned {
  /** Days since it was given. */
  readonly daysUnsigned: number;
  /** Longer than this clinic lets pass without a word. */
  readonly overdue: boolean;
}

/** How long has a session waited for its signature, and is that too long? On the last day of the setting it is not yet. */
export function unsignedOn(performedOn: PlainDate, today: PlainDate, rules: RuleValues): Unsigned {
  return {
    daysUnsigned: daysBetween(performedOn, today),
    overdue: performedOn <= lastOverdueDay(today, rules),
  };
}

/** What was given on this day or before has been unsigned for too long. */
export function lastOverdueDay(today: PlainDate, rules: RuleValues): PlainDate {
  return addDays(today, -Math.floor(rules['S30.unsigned.days']) - 1);
}
