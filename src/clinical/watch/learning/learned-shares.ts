import type { LearnedShare } from './learned-clinic';
import type { ReviewCount, ReviewWeight } from './review-episodes';

/** So many reviews make a cell: fewer say nothing. */
const REVIEWS_OF_A_CELL = 50;

/**
 * Of reviews with a weight, which share is no false alarm at this clinic?
 *
 * What the courses show forwards less what they show backwards, from the greatest weight down, each cell with at least
 * fifty reviews. It may only lower what is told: backwards more is shown than is false, as a rule. Reviews on a scale alone
 * are left out; what is told of them has a limit of its own.
 *
 * @param weights from the least to the greatest, as they were counted
 */
export function learnedShares(
  weights: readonly ReviewWeight[],
  { forwards, backwards }: { readonly forwards: ReviewCount; readonly backwards: ReviewCount },
): LearnedShare[] {
  const shares: LearnedShare[] = [];
  let [told, toldFalse] = [0, 0];
  for (let index = weights.length - 1; index >= 0; index--) {
    const reviews = forwards.episodes[index]!.onMore - told;
    if (reviews < REVIEWS_OF_A_CELL) continue;
    const falseOnes = backwards.episodes[index]!.onMore - toldFalse;
    shares.push({
      from: weights[index]!.weight,
      share: Math.min(1, Math.max(0, 1 - falseOnes / reviews)),
      reviews,
    });
    told += reviews;
    toldFalse += falseOnes;
  }
  return shares;
}
