import { daysBetween } from '../../calendar';
import type { RuleValues } from '../../rules';
import { isScaleOnly } from '../evidence/response-evidence';
import type { ResponseTrend } from '../response-trend';
import { assessTrend } from '../response-trend';
import type { PlayedCourse } from './backwards';
import type { LearnedClinic } from './learned-clinic';

/** A weight of the lasting-loss story from which a course may be reviewed; where a scale is all there is, another. */
export interface ReviewWeight {
  readonly weight: number;
  readonly weightOnScaleOnly: number;
}

/** How many reviews a clinic has at each of some weights. */
export interface ReviewCount {
  /** One course more. */
  add(course: PlayedCourse): void;
  /** Runs of reviews by weight: a run may pause for one session. */
  readonly episodes: readonly { readonly onMore: number; readonly onScaleOnly: number }[];
  readonly patientYears: number;
}

const DAYS_OF_A_YEAR = 365.25;
/** A run that pauses for one session is one. */
const PAUSE = 2;

/**
 * Counts reviews at several weights in one go: what the sessions gave does not depend on the weight, so a course is judged
 * once at the least of them, and a review at a higher one is one whose own weight reaches it.
 */
export function startReviewCount(
  weights: readonly ReviewWeight[],
  rules: RuleValues,
  learned: Pick<LearnedClinic, 'noise' | 'usual'>,
): ReviewCount {
  const least: RuleValues = {
    ...rules,
    'R.review.weight': Math.min(...weights.map(({ weight }) => weight)),
    'R.review.weight.scale-only': Math.min(...weights.map(({ weightOnScaleOnly }) => weightOnScaleOnly)),
  };
  const episodes = weights.map(() => ({ onMore: 0, onScaleOnly: 0 }));
  let days = 0;
  return {
    add({ indication, sessions, endsOn }) {
      const circumstances = sessions.map((session) => session.circumstances);
      const trend = assessTrend(sessions, indication, least, {
        circumstances,
        nextSessionOn: endsOn,
        ...learned,
      });
      const onScaleOnly = onScaleOnlyAfter(trend);
      weights.forEach((weight, index) => {
        for (const session of startsOfReviews(trend, onScaleOnly, weight))
          episodes[index]![onScaleOnly[session] ? 'onScaleOnly' : 'onMore'] += 1;
      });
      days += daysBetween(sessions[0]!.performedOn, endsOn);
    },
    episodes,
    get patientYears() {
      return days / DAYS_OF_A_YEAR;
    },
  };
}

function startsOfReviews(
  { states }: ResponseTrend,
  onScaleOnly: readonly boolean[],
  { weight, weightOnScaleOnly }: ReviewWeight,
): number[] {
  const starts: number[] = [];
  let lastShown = -Infinity;
  states.forEach(({ tier, restsOn, p }, session) => {
    const from = onScaleOnly[session] ? weightOnScaleOnly : weight;
    if (tier !== 'review' || (restsOn === 'benefit' && p < from)) return;
    if (session - lastShown > PAUSE) starts.push(session);
    lastShown = session;
  });
  return starts;
}

/** By session: is a scale all that the last three sessions of known benefit rest on? */
function onScaleOnlyAfter({ sessions, states }: ResponseTrend): boolean[] {
  let known: boolean[] = [];
  return sessions.map(({ session, share, size }, index) => {
    if (states[index]!.epochSession === session) known = [];
    if (share) known.push(share.length === undefined && size !== undefined && isScaleOnly(size));
    return known.slice(-3).every(Boolean);
  });
}
