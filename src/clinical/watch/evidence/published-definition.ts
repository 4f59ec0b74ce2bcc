import type { SessionOutcome } from './session-outcome';

/*
 * Not settable: it is what others have published, told beside our own rule so that the two can be compared everywhere.
 */
const GOOD_IN_A_ROW = 2;
const FAILED_IN_A_ROW = 2;

/** One session as the definition reads it. */
export interface OutcomeOfSession {
  readonly outcome?: SessionOutcome;
  readonly doseReduced: boolean;
}

/**
 * Is the published definition of secondary non-response met?
 *
 * The response was good before, and the last two sessions each failed, by whatever the indication is measured with. A
 * session without a reading is passed over, and so is a failure at a reduced dose: it was not adequate.
 */
export function meetsPublishedDefinition(sessions: readonly OutcomeOfSession[]): boolean {
  let goodInARow = 0;
  let failedInARow = 0;
  let wasGood = false;
  for (const { outcome, doseReduced } of sessions) {
    if (!outcome || (doseReduced && outcome.outcome === 'failed')) continue;
    failedInARow = outcome.outcome === 'failed' ? failedInARow + 1 : 0;
    goodInARow = outcome.outcome === 'responded' ? goodInARow + 1 : 0;
    wasGood ||= goodInARow >= GOOD_IN_A_ROW;
  }
  return wasGood && failedInARow >= FAILED_IN_A_ROW;
}
