import type { IndicationSlug } from '../../src/clinical/catalogue/indications';
import { mean } from '../../src/clinical/numbers';
import { ruleValues } from '../../src/clinical/rules';
import type { TreatedSession } from '../../src/clinical/treated-session';
import { startChangePoint } from '../../src/clinical/watch/change-point/change-point';
import { scattersMore } from '../../src/clinical/watch/evidence/session-comparability';
import type { SessionEvidence } from '../../src/clinical/watch/trend-state';
import type { Shown } from '../detector';
import { readAsYesterday } from './yesterday-evidence';

const RULES = {
  ...ruleValues(),
  'R.prior.one-off': 0.05,
  'R.prior.mild-dip': 0.006,
  'R.prior.progression': 0.012,
};
const NOISE = { sizeSd: 11, lengthSd: 0.17 };
const WATCH = 0.038;
const REVIEW = 0.105;
const SHAPE = {
  atOnce: { to60: 0.1, to35: 0.1, to10: 0.15 },
  inSteps: { to35: 0.3, to10: 0.35 },
  oneOff: { to60: 1 / 3, to35: 1 / 3, to10: 1 / 3 },
};

/** The rule as it stood until 2026-11-26 (`response-trend 2`), so that a new one is compared with it on any course. */
export function readWithYesterdaysRule(
  sessions: readonly TreatedSession[],
  indication: IndicationSlug,
): Shown {
  const read = readAsYesterday(sessions, indication, RULES);
  const shown = {
    watch: [] as boolean[],
    review: [] as boolean[],
    primary: read.map(({ primary }) => primary),
  };
  let changePoint: ReturnType<typeof startChangePoint> | undefined;
  let known: SessionEvidence[] = [];
  for (const { evidence, startsAnew, prior, primary } of read) {
    if (!changePoint || startsAnew) {
      changePoint = startChangePoint({
        prior,
        noise: NOISE,
        rules: RULES,
        begins: (session) => (session < 2 ? 0 : 0.004),
        shape: SHAPE,
      });
      known = [];
      shown.watch.push(false);
      shown.review.push(false);
    } else {
      shown.watch.push(shown.watch.at(-1)!);
      shown.review.push(shown.review.at(-1)!);
    }
    const { p } = changePoint.add(evidence, evidence.doseRatio, scattersMore(evidence));
    if (!evidence.share) continue;
    known.push(evidence);
    const review = !primary && p >= REVIEW && gaveLess(known) && !bothCut(known);
    shown.review.splice(-1, 1, review);
    shown.watch.splice(-1, 1, review || (!primary && p >= WATCH));
  }
  return shown;
}

function gaveLess(known: readonly SessionEvidence[]): boolean {
  const benefits = known.map(({ share }) => share!.benefit);
  const together = (last: number, of: number, atMost: number) =>
    benefits.length >= of && mean(benefits.slice(-last))! <= atMost;
  return (
    benefits.slice(-3).filter((benefit) => benefit <= 0.9).length >= 2 &&
    (together(2, 4, 0.75) || together(3, 5, 0.8))
  );
}

function bothCut(known: readonly SessionEvidence[]): boolean {
  return known.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}
