import { ruleValues } from '../../src/clinical/rules';
import type { IndicationSlug } from '../../src/clinical/catalogue/indications';
import { scattersMore } from '../../src/clinical/watch/evidence/session-comparability';
import type { TreatedSession } from '../../src/clinical/treated-session';
import type { SessionEvidence } from '../../src/clinical/watch/trend-state';
import type { ReferenceStories } from './reference-stories';
import { startReferenceStories } from './reference-stories';
import { readAsYesterday } from '../yesterday/yesterday-evidence';

const RULES = ruleValues();
const NOISE = { sizeSd: 11, lengthSd: 0.17 };
const WATCH = 0.05;
const REVIEW = 0.12;

/**
 * The rule that ours has to beat: its own evidence and percent card, weighed as a closed list of stories, and a review
 * where each of the last two sessions gave at most three quarters of the usual, or of the last three four fifths.
 */
export function readWithReferenceRule(sessions: readonly TreatedSession[], indication: IndicationSlug) {
  const read = readAsYesterday(sessions, indication, RULES);
  const watch: boolean[] = [];
  const review: boolean[] = [];
  const primary = read.map((session) => session.primary);
  let stories: ReferenceStories | undefined;
  let known: SessionEvidence[] = [];
  read.forEach(({ evidence: session, startsAnew, prior }, index) => {
    if (!stories || startsAnew) {
      stories = startReferenceStories(prior, NOISE);
      known = [];
    }
    const weigh = stories.add(session, session.doseRatio, scattersMore(session));
    if (!session.share) {
      watch.push(watch[index - 1] ?? false);
      review.push(review[index - 1] ?? false);
      return;
    }
    known.push(session);
    const { p } = weigh();
    watch.push(p >= WATCH && !primary[index]);
    review.push(p >= REVIEW && !primary[index] && gaveLess(known) && !bothCut(known));
  });
  return { watch: watch.map((shown, index) => shown || review[index]!), review, primary };
}

function gaveLess(known: readonly SessionEvidence[]): boolean {
  const each = (last: number, of: number, atMost: number) =>
    known.length >= of && known.slice(-last).every(({ share }) => share!.benefit <= atMost);
  return each(2, 4, 0.75) || each(3, 5, 0.8);
}

function bothCut(known: readonly SessionEvidence[]): boolean {
  return known.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}
