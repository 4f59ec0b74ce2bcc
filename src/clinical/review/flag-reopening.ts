import type { TrendTier } from '../watch/trend-state';
import type { FlagOnPath, ReviewDecision } from './review-path';

/** A flag that the trend shows now. */
export type ShownFlag = Pick<FlagOnPath, 'tier' | 'cause' | 'sessionIds'>;

/**
 * Does what the trend shows now open a flag again? At most once for one cause, and after a review only on evidence that
 * the reviewer did not have: a session more. A dismissed cause stays dismissed, a watch never re-opens a review.
 *
 * @param previous the latest flag of the course; none means that it opens
 */
export function reopens(previous: FlagOnPath | undefined, now: ShownFlag): boolean {
  if (!previous) return true;
  const sameCause = previous.cause === now.cause;
  if (previous.status === 'open') return !sameCause && rank(now.tier) > rank(previous.tier);
  const hasNewEvidence = now.sessionIds.some((id) => !previous.sessionIds.includes(id));
  if (!hasNewEvidence) return false;
  if (rank(now.tier) > rank(previous.tier)) return true;
  if (rank(now.tier) < rank(previous.tier)) return false;
  return !sameCause || OPENS_AGAIN.includes(previous.decision!);
}

/** After these the same suspicion may come back with the next session. */
const OPENS_AGAIN: readonly ReviewDecision[] = ['keep-watching', 'adjust', 'test'];

const RANK: Readonly<Record<TrendTier, number>> = { watch: 0, primary: 1, review: 1 };

function rank(tier: TrendTier): number {
  return RANK[tier];
}
