import type { IndicationSlug } from '../catalogue/indications';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { mean } from '../numbers';
import type { LossWeight } from './change-point/change-point';
import { startChangePoint } from './change-point/change-point';
import { expectedResponse } from './change-point/expected-response';
import { startPercentCard } from './change-point/percent-card';
import { neverHadBenefit } from './primary-nonresponse';
import { startCommonMeasures } from './evidence/common-measures';
import { meetsPublishedDefinition } from './evidence/published-definition';
import { isScaleOnly, type ResponseEvidence } from './evidence/response-evidence';
import type { ClinicNoise } from './clinic-noise';
import type { LearnedUsuals } from './change-point/response-priors';
import type { LearnedShare } from './learning/learned-clinic';
import { versionWith } from './learning/learned-clinic';
import { responsePrior } from './change-point/response-priors';
import type { RuleValues } from '../rules';
import { TREND_RULES_VERSION } from './response-rules';
import { compareSession, scattersMore } from './evidence/session-comparability';
import type { TreatedSession } from '../treated-session';
import type { JudgedSession, RestsOn, SessionEvidence, TrendState, TrendTier } from './trend-state';
import { shorterSince } from './shorter-length';
import { trueLossShare } from './true-loss-share';
import { failedTwiceEarly, lostDryMouthAndBenefit, stillResponds } from './type-b-watch';

/** Sessions that are judged together, one after the other. */
export interface TrendStretch {
  add(
    session: TreatedSession,
    read: ResponseEvidence,
    adverseEvents: readonly string[] | undefined,
  ): { readonly evidence: JudgedSession; readonly state: TrendState };
}

/** A session of known size or length, beside the usual. */
interface Evaluable extends Pick<SessionEvidence, 'changes' | 'outcome'> {
  /** Index in the stretch. */
  readonly index: number;
  readonly benefit: number;
  readonly length?: number;
  readonly usualDays: number;
  /** A scale is all that is known of it. */
  readonly scaleOnly: boolean;
  readonly adverseEvents?: readonly string[];
}

/** What a stretch is judged by. */
export interface StretchRules {
  readonly indication: IndicationSlug;
  readonly rules: RuleValues;
  readonly noise: ClinicNoise;
  readonly usual: LearnedUsuals;
  readonly calibration: readonly LearnedShare[];
  /** Whether the share of true losses may be told: it was counted with the default priors. */
  readonly calibrated: boolean;
}

/** Starts judging at a session: the patient's usual is learned anew from here. */
export function startStretch(
  firstIndex: number,
  first: TreatedSession,
  { indication, rules, noise, usual, calibration, calibrated }: StretchRules,
): TrendStretch {
  const prior = responsePrior(indication, first.dose.product, usual);
  const card = startPercentCard(prior, rules);
  const typeB = PRODUCT_ROWS[first.dose.product].facts.serotype === 'B';
  const changePoint = startChangePoint({ prior, noise, rules, begins: lossBegins(typeB, rules) });
  const sessions: TreatedSession[] = [];
  const evidence: SessionEvidence[] = [];
  const evaluable: Evaluable[] = [];
  const measures = startCommonMeasures();
  let shown: Shown = { tier: null, restsOn: null, p: 0, sinceSession: null, dryMouthAndBenefitLost: false };

  const judge = ({ p, since }: LossWeight): Shown => {
    const dryMouthAndBenefitLost = typeB && lostDryMouthAndBenefit(evaluable, rules);
    const shownBy = (tier: TrendTier, restsOn: RestsOn, sinceIndex: number): Shown => ({
      tier,
      restsOn,
      p,
      sinceSession: firstIndex + 1 + sinceIndex,
      dryMouthAndBenefitLost,
    });
    if (neverHadBenefit(evidence, prior.normDays, rules)) return shownBy('primary', 'benefit', 0);
    const tier = tierByWeight({ p, evaluable, typeB, rules });
    if (dryMouthAndBenefitLost)
      return shownBy('review', 'dry-mouth', tier ? firstWithLess(since()) : evidence.length - 1);
    if (tier) return shownBy(tier, 'benefit', firstWithLess(since()));
    const short = bothCut(evaluable) ? undefined : shorterSince(evaluable, rules);
    if (short !== undefined) return shownBy('watch', 'length', short);
    return { tier: null, restsOn: null, p, sinceSession: null, dryMouthAndBenefitLost };
  };

  const shareToTell = (): number | null => {
    if (!calibrated || shown.restsOn !== 'benefit' || shown.tier === 'primary') return null;
    const scaleOnly = evaluable.slice(-3).every((known) => known.scaleOnly);
    return trueLossShare({ p: shown.p, indication, scaleOnly, noise, calibration, rules });
  };

  /** The way down may begin with a session that still was as usual: the first that gave less is the one to show. */
  const firstWithLess = (from: number): number => {
    const less = evidence.findIndex(
      ({ share }, index) => index >= from && share && share.benefit <= rules['R.review.less'],
    );
    return less >= 0 ? less : Math.max(0, from);
  };

  return {
    add(session, response, adverseEvents) {
      const read = response.size ? { ...response, size: measures.add(response.size) } : response;
      const comparability = compareSession(session, sessions, rules);
      const { doseRatio, changes } = comparability;
      const expected = expectedResponse({
        usual: card.usual(),
        learnedFrom: card.learnedFrom(),
        doseRatio,
        noise,
        size: read.size,
        scattersMore: scattersMore(comparability),
      });
      const share = card.add(read, doseRatio, changes.includes('dose-cut'));
      const { sessionId, performedOn } = session;
      const number = firstIndex + evidence.length + 1;
      const at: JudgedSession = {
        session: number,
        sessionId,
        performedOn,
        size: read.size,
        length: read.length,
        offPeak: read.offPeak,
        outcome: read.outcome,
        doseRatio,
        changes,
        expected,
        share,
      };
      sessions.push(session);
      evidence.push(at);
      const weight = changePoint.add(read, doseRatio, scattersMore(comparability));
      if (share) {
        const { benefit, length, usual: now } = share;
        const scaleOnly = length === undefined && read.size !== undefined && isScaleOnly(read.size);
        const index = evidence.length - 1;
        const { outcome } = read;
        const usualDays = now.days;
        evaluable.push({ index, benefit, length, usualDays, scaleOnly, outcome, changes, adverseEvents });
        shown = judge(weight);
      }
      const state: TrendState = {
        afterSession: number,
        ...shown,
        trueLossShare: shareToTell(),
        epochSession: firstIndex + 1,
        usual: card.usual(),
        evaluable: evaluable.length,
        of: evidence.length,
        publishedDefinitionMet: meetsPublishedDefinition(
          evidence.map(({ outcome, changes: changed }) => ({
            outcome,
            doseReduced: changed.includes('dose-cut'),
          })),
        ),
        rulesVersion: versionWith(TREND_RULES_VERSION, noise),
      };
      return { evidence: at, state };
    },
  };
}

type Shown = Pick<TrendState, 'tier' | 'restsOn' | 'p' | 'sinceSession' | 'dryMouthAndBenefitLost'>;

/** A loss needs so many sessions before it to be lost from; type B may fail right after the first. */
const BEFORE_A_LOSS = 2;
/** Of ten who had failed on type A, six lost type B at its second or third session. */
const TYPE_B_EARLY = [1, 2];

function lossBegins(typeB: boolean, rules: RuleValues): (session: number) => number {
  const later = rules['R.prior.loss'];
  if (typeB)
    return (session) =>
      TYPE_B_EARLY.includes(session) ? rules['R.type-b.prior.loss'] : session < 1 ? 0 : later;
  return (session) => (session < BEFORE_A_LOSS ? 0 : later);
}

interface Weighed {
  readonly p: number;
  readonly evaluable: readonly Evaluable[];
  readonly typeB: boolean;
  readonly rules: RuleValues;
}

function tierByWeight(weighed: Weighed): Exclude<TrendTier, 'primary'> | null {
  const { p, evaluable, typeB, rules } = weighed;
  if (typeB && !wasGood(evaluable, rules)) return null;
  if (typeB && failedTwiceEarly(evaluable, rules)) return 'review';
  const onScaleOnly = evaluable.slice(-3).every(({ scaleOnly }) => scaleOnly);
  // Type B has a prior of its own: there a scale alone does not ask sooner as well.
  const from = rules[onScaleOnly && !typeB ? 'R.review.weight.scale-only' : 'R.review.weight'];
  const spared = bothCut(evaluable) || (typeB && onScaleOnly && stillResponds(evaluable));
  if (p >= from && lastSessionsGaveLess(weighed, onScaleOnly) && !spared) return 'review';
  return p >= rules['R.watch.weight'] && gaveLessLately(evaluable, rules) ? 'watch' : null;
}

/** Type B may be lost right after one session, but only what was good can be lost. */
function wasGood(evaluable: readonly Evaluable[], rules: RuleValues): boolean {
  const fewest = rules['R.review.last-two.of'];
  return evaluable.length >= fewest || evaluable.some(({ benefit }) => benefit >= rules['R.type-b.good']);
}

/** Less together, so that one good reading does not hide a loss; less twice, so that one bad session is none. */
function lastSessionsGaveLess({ evaluable, typeB, rules }: Weighed, onScaleOnly: boolean): boolean {
  const together = (last: number, of: number, atMost: number) =>
    evaluable.length >= of && mean(evaluable.slice(-last).map(({ benefit }) => benefit))! <= atMost;
  const early = onScaleOnly || typeB;
  const twice = evaluable.slice(-3).filter(({ benefit }) => benefit <= rules['R.review.less']).length >= 2;
  const ofTwo = rules[early ? 'R.review.last-two.of.early' : 'R.review.last-two.of'];
  const ofThree = rules[early ? 'R.review.last-three.of.early' : 'R.review.last-three.of'];
  return (
    twice &&
    (together(2, ofTwo, rules['R.review.last-two']) || together(3, ofThree, rules['R.review.last-three']))
  );
}

/** Two cut doses in a row explain less benefit; one of two does not. */
function bothCut(evaluable: readonly Evaluable[]): boolean {
  return evaluable.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}

/**
 * Was there less of late? A weight that stands from long ago keeps no watch alive: one of the last two sessions gave less.
 * And it must have been so at a full dose: sessions at a cut dose alone are called no loss.
 */
function gaveLessLately(evaluable: readonly Evaluable[], rules: RuleValues): boolean {
  const lastTwo = (of: readonly Evaluable[]) =>
    of.slice(-2).some(({ benefit }) => benefit <= rules['R.review.less']);
  return lastTwo(evaluable) && lastTwo(evaluable.filter(({ changes }) => !changes.includes('dose-cut')));
}
