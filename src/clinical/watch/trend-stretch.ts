import type { IndicationSlug } from '../catalogue/indications';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { mean } from '../numbers';
import type { LossWeight } from './change-point/change-point';
import { startChangePoint } from './change-point/change-point';
import { startPercentCard } from './change-point/percent-card';
import { neverHadBenefit } from './primary-nonresponse';
import { meetsPublishedDefinition } from './evidence/published-definition';
import type { ResponseEvidence } from './evidence/response-evidence';
import type { ResponseNoise } from './change-point/response-priors';
import { responsePrior } from './change-point/response-priors';
import type { RuleValues } from '../rules';
import { TREND_RULES_VERSION } from './response-rules';
import { compareSession, scattersMore } from './evidence/session-comparability';
import type { TreatedSession } from '../treated-session';
import type { SessionEvidence, TrendState, TrendTier } from './trend-state';
import { trueLossShare } from './true-loss-share';
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
interface Evaluable extends Pick<SessionEvidence, 'changes'> {
  readonly benefit: number;
  readonly adverseEvents?: readonly string[];
}

/** What a stretch is judged by. */
export interface StretchRules {
  readonly indication: IndicationSlug;
  readonly rules: RuleValues;
  readonly noise: ResponseNoise;
  /** Whether the share of true losses may be told: it was counted with the default priors. */
  readonly calibrated: boolean;
}

/** Starts judging at a session: the patient's usual is learned anew from here. */
export function startStretch(
  firstIndex: number,
  first: TreatedSession,
  { indication, rules, noise, calibrated }: StretchRules,
): TrendStretch {
  const prior = responsePrior(indication, first.dose.product);
  const card = startPercentCard(prior, rules);
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
      PRODUCT_ROWS[first.dose.product].facts.serotype === 'B' && lostDryMouthAndBenefit(evaluable, rules);
    const byResponse = neverHadBenefit(evidence, prior.normDays, rules)
      ? 'primary'
      : tierOf(p, evaluable, rules);
    const tier = byResponse ?? (dryMouthAndBenefitLost ? 'watch' : null);
    const sinceIndex = tier === 'primary' ? 0 : byResponse ? firstWithLess(since()) : evidence.length - 1;
    return { tier, p, sinceSession: tier && firstIndex + 1 + sinceIndex, dryMouthAndBenefitLost };
  };

  /** The way down may begin with a session that still was as usual: the first that gave less is the one to show. */
  const firstWithLess = (from: number): number => {
    const less = evidence.findIndex(
      ({ share }, index) => index >= from && share && share.benefit <= rules['R.review.less'],
    );
    return less >= 0 ? less : Math.max(0, from);
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
        size: read.size,
        length: read.length,
        doseRatio,
        changes,
        share,
      };
      sessions.push(session);
      evidence.push(at);
      const weight = changePoint.add(read, doseRatio, scattersMore(comparability));
      if (share) {
        evaluable.push({ benefit: share.benefit, changes, adverseEvents });
        shown = judge(weight);
      }
      const state: TrendState = {
        afterSession: number,
        tier: shown.tier,
        p: shown.p,
        sinceSession: shown.sinceSession,
        dryMouthAndBenefitLost: shown.dryMouthAndBenefitLost,
        trueLossShare: calibrated ? trueLossShare(shown.p) : null,
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

function tierOf(p: number, evaluable: readonly Evaluable[], rules: RuleValues): TrendTier | null {
  if (p >= rules['R.review.weight'] && lastSessionsGaveLess(evaluable, rules) && !bothCut(evaluable))
    return 'review';
  return p >= rules['R.watch.weight'] ? 'watch' : null;
}

/** Less together, so that one good reading does not hide a loss; less twice, so that one bad session is none. */
function lastSessionsGaveLess(evaluable: readonly Evaluable[], rules: RuleValues): boolean {
  const together = (last: number, of: number, atMost: number) =>
    evaluable.length >= of && mean(evaluable.slice(-last).map(({ benefit }) => benefit))! <= atMost;
  const twice = evaluable.slice(-3).filter(({ benefit }) => benefit <= rules['R.review.less']).length >= 2;
  return (
    twice &&
    (together(2, rules['R.review.last-two.of'], rules['R.review.last-two']) ||
      together(3, rules['R.review.last-three.of'], rules['R.review.last-three']))
  );
}

/** Two cut doses in a row explain less benefit; one of two does not. */
function bothCut(evaluable: readonly Evaluable[]): boolean {
  return evaluable.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}
