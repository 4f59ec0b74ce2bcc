import type { LossWeight } from './change-point';
import { startChangePoint } from './change-point';
import { startPercentCard } from './percent-card';
import { neverHadBenefit } from './primary-nonresponse';
import { meetsPublishedDefinition } from './published-definition';
import type { ResponseEvidence } from './response-evidence';
import type { ResponseNoise } from './response-priors';
import { responsePrior } from './response-priors';
import type { TrendRules } from './response-rules';
import { TREND_RULES, TREND_RULES_VERSION } from './response-rules';
import { compareSession, scattersMore } from './session-comparability';
import type { TreatedSession } from './treated-session';
import type { SessionEvidence, TrendState, TrendTier } from './trend-state';
import { lostDryMouthAndBenefit } from './type-b-watch';

/** Sessions that are judged together, one after the other. */
export interface TrendStretch {
  add(
    session: TreatedSession,
    read: ResponseEvidence,
    adverseEvents: readonly string[] | undefined,
  ): { readonly evidence: SessionEvidence; readonly state: TrendState };
}

/** A session of known size or length, beside the usual. */
interface Evaluable extends SessionEvidence {
  readonly benefit: number;
  readonly adverseEvents?: readonly string[];
}

/** Starts judging at a session: the patient's usual is learned anew from here. */
export function startStretch(
  firstIndex: number,
  first: TreatedSession,
  indication: string,
  rules: TrendRules,
  noise: ResponseNoise,
): TrendStretch {
  const prior = responsePrior(indication, first.dose.product);
  const card = startPercentCard(prior);
  const changePoint = startChangePoint(prior, noise, rules);
  const sessions: TreatedSession[] = [];
  const evidence: SessionEvidence[] = [];
  const evaluable: Evaluable[] = [];
  let shown: Pick<TrendState, 'tier' | 'p' | 'sinceSession' | 'dryMouthAndBenefitLost'> = {
    tier: null,
    p: 0,
    sinceSession: null,
    dryMouthAndBenefitLost: false,
  };

  const judge = ({ p, since }: LossWeight): typeof shown => {
    const dryMouthAndBenefitLost =
      first.dose.product === 'rima' && lostDryMouthAndBenefit(evaluable, rules.lastTwoAtMost);
    const byResponse = neverHadBenefit(evidence, prior.normDays, rules)
      ? 'primary'
      : tierOf(p, evaluable, rules);
    const tier = byResponse ?? (dryMouthAndBenefitLost ? 'watch' : null);
    const sinceIndex = tier === 'primary' ? 0 : byResponse && since >= 0 ? since : evidence.length - 1;
    return { tier, p, sinceSession: tier && firstIndex + 1 + sinceIndex, dryMouthAndBenefitLost };
  };

  return {
    add(session, read, adverseEvents) {
      const comparability = compareSession(session, sessions, rules);
      const { doseRatio, changes } = comparability;
      const share = card.add(read, doseRatio, changes.includes('dose-cut'));
      const { sessionId, performedOn } = session;
      const number = firstIndex + evidence.length + 1;
      const at: SessionEvidence = {
        session: number,
        sessionId,
        performedOn,
        ...read,
        ...comparability,
        share,
      };
      sessions.push(session);
      evidence.push(at);
      const weigh = changePoint.add(read, doseRatio, scattersMore(comparability));
      if (share) {
        evaluable.push({ ...at, benefit: share.benefit, adverseEvents });
        shown = judge(weigh());
      }
      const state: TrendState = {
        ...shown,
        afterSession: number,
        trueLossShare: trueLossShare(shown.p),
        epochSession: firstIndex + 1,
        usual: card.usual(),
        evaluable: evaluable.length,
        of: evidence.length,
        publishedDefinitionMet: meetsPublishedDefinition(sessions),
        rulesVersion: TREND_RULES_VERSION,
      };
      return { evidence: at, state };
    },
  };
}

/**
 * Of simulated courses with this weight after session 4 or later, at natural prevalence, the share with a lasting loss.
 * The raw weight is over-confident in the middle: one-off failures and progression look like a loss for a while.
 */
export function trueLossShare(p: number): number | null {
  if (p < TREND_RULES.watchWeight) return null;
  if (p < 0.12) return 0.06;
  if (p < 0.3) return 0.14;
  if (p < 0.6) return 0.23;
  return p <= 0.9 ? 0.49 : 0.88;
}

function tierOf(p: number, evaluable: readonly Evaluable[], rules: TrendRules): TrendTier | null {
  if (p >= rules.reviewWeight && lastSessionsGaveLess(evaluable, rules) && !bothCut(evaluable))
    return 'review';
  return p >= rules.watchWeight ? 'watch' : null;
}

function lastSessionsGaveLess(evaluable: readonly Evaluable[], rules: TrendRules): boolean {
  const each = (last: number, of: number, atMost: number) =>
    evaluable.length >= of && evaluable.slice(-last).every(({ benefit }) => benefit <= atMost);
  return each(2, rules.lastTwoOf, rules.lastTwoAtMost) || each(3, rules.lastThreeOf, rules.lastThreeAtMost);
}

/** Two cut doses in a row explain less benefit; one of two does not. */
function bothCut(evaluable: readonly Evaluable[]): boolean {
  return evaluable.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}
