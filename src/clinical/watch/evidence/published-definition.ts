import type { TreatedSession } from '../../treated-session';

/*
 * Not settable: it is what others have published, told beside our own rule so that the two can be compared everywhere.
 */
/** At most this much twice in a row is a failure; thresholds are not standardised (M). */
export const FAILED_PCT = 30;
/** A previously good response: at least this much, twice in a row (P). */
const GOOD_PCT = 40;

/**
 * Is the published definition of secondary non-response met?
 *
 * The response was good before, and the last two rated sessions each failed. It reads the patient's rating
 * alone; a session without one is passed over.
 */
export function meetsPublishedDefinition(sessions: readonly TreatedSession[]): boolean {
  let goodInARow = 0;
  let failedInARow = 0;
  let wasGood = false;
  for (const { response } of sessions) {
    const rating = response?.improvementPct;
    if (rating === undefined || rating === null) continue;
    failedInARow = rating <= FAILED_PCT ? failedInARow + 1 : 0;
    goodInARow = rating >= GOOD_PCT ? goodInARow + 1 : 0;
    wasGood ||= goodInARow >= 2;
  }
  return wasGood && failedInARow >= 2;
}
