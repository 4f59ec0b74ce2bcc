import type { PlainDate } from './calendar';
import type { LossWeight } from './change-point';
import { startChangePoint } from './change-point';
import { effectLengths, epochStart } from './effect-length';
import type { BenefitShare, UsualBenefit } from './percent-card';
import { startPercentCard } from './percent-card';
import { neverHadBenefit } from './primary-nonresponse';
import { meetsPublishedDefinition } from './published-definition';
import type { ResponseEvidence } from './response-evidence';
import { readResponse } from './response-evidence';
import type { ResponseNoise } from './response-priors';
import { responsePrior, USUAL_NOISE } from './response-priors';
import type { TrendRules } from './response-rules';
import { TREND_RULES, TREND_RULES_VERSION } from './response-rules';
import type { Comparability } from './session-comparability';
import { compareSession, scattersMore } from './session-comparability';
import type { TreatedSession } from './treated-session';

/** `watch` a quiet marker, `review` a task for a neurologist, `primary` never had benefit. */
export const TREND_TIERS = ['watch', 'review', 'primary'] as const;
export type TrendTier = (typeof TREND_TIERS)[number];

/** One session as the trend reads it. */
export interface SessionEvidence extends ResponseEvidence, Comparability {
  /** Counted from 1 in the order of the days. */
  readonly session: number;
  readonly sessionId?: string;
  readonly performedOn: PlainDate;
  /** Beside the patient's usual; absent when neither size nor length is known. */
  readonly share?: BenefitShare;
}

/** What is shown after a session. */
export interface TrendState {
  readonly afterSession: number;
  readonly tier: TrendTier | null;
  /** Weight of the lasting-loss story, 0 to 1: a trigger, not a diagnosis. */
  readonly p: number;
  /** Of simulated courses with such a weight, the share with a lasting loss; null below the watch tier. */
  readonly trueLossShare: number | null;
  /** Where the likeliest loss begins; null when no tier is shown. */
  readonly sinceSession: number | null;
  /** The first session of the stretch that is judged together: another product family starts anew. */
  readonly epochSession: number;
  /** What this patient usually gets. */
  readonly usual: UsualBenefit;
  /** Sessions of the stretch whose size or length is known, and all of them. */
  readonly evaluable: number;
  readonly of: number;
  readonly publishedDefinitionMet: boolean;
  readonly rulesVersion: string;
}

export interface ResponseTrend {
  readonly sessions: readonly SessionEvidence[];
  /** One a session: what was to be shown after it, knowing it, the ones before and the day of the next. */
  readonly states: readonly TrendState[];
}

/**
 * Is the response diminishing? After every session, with what was known then.
 *
 * Every session is compared with what is usual for this same patient, in size and in length, and two stories are
 * weighed: ordinary ups and downs, one bad session or a mild dip among them, or a lasting loss since session N. The
 * weight alone opens `watch`; `review` also asks that the last two or three sessions each gave clearly less than usual,
 * not both at a reduced dose. Type B and the long-acting `daxi` each start anew, with their own usual.
 *
 * @param sessions oldest first
 * @param nextSessionOn the day of a session that is given but not in the list
 */
export function assessTrend(
  sessions: readonly TreatedSession[],
  indication: string,
  nextSessionOn?: PlainDate,
  rules: TrendRules = TREND_RULES,
  noise: ResponseNoise = USUAL_NOISE,
): ResponseTrend {
  const lengths = effectLengths(sessions, nextSessionOn);
  const evidence: SessionEvidence[] = [];
  const states: TrendState[] = [];
  let stretch: Stretch | undefined;
  sessions.forEach((session, index) => {
    const goesOn = epochStart(sessions.slice(Math.max(0, index - 1), index), session.dose.product) === 0;
    if (!stretch || !goesOn) stretch = startStretch(index, session, indication, rules, noise);
    const read = stretch.add(session, readResponse(session.response, lengths[index]!));
    evidence.push(read.evidence);
    states.push(read.state);
  });
  return { sessions: evidence, states };
}

/**
 * Of simulated courses with this weight after session 4 or later, at natural prevalence, the share with a lasting loss.
 * The raw weight is over-confident in the middle: one-off failures and progression look like a loss for a while.
 */
export function trueLossShare(p: number, rules: TrendRules = TREND_RULES): number | null {
  if (p < rules.watchAt) return null;
  if (p < 0.12) return 0.06;
  if (p < 0.3) return 0.14;
  if (p < 0.6) return 0.23;
  return p <= 0.9 ? 0.49 : 0.88;
}

interface Stretch {
  add(session: TreatedSession, read: ResponseEvidence): { evidence: SessionEvidence; state: TrendState };
}

function startStretch(
  firstIndex: number,
  first: TreatedSession,
  indication: string,
  rules: TrendRules,
  noise: ResponseNoise,
): Stretch {
  const prior = responsePrior(indication, first.dose.product);
  const card = startPercentCard(prior);
  const changePoint = startChangePoint(prior, noise, rules);
  const sessions: TreatedSession[] = [];
  const evidence: SessionEvidence[] = [];
  const evaluable: SessionEvidence[] = [];
  let shown: Pick<TrendState, 'tier' | 'p' | 'sinceSession'> = { tier: null, p: 0, sinceSession: null };

  const judge = ({ p, since }: LossWeight): typeof shown => {
    const tier = tierOf(p, evidence, evaluable, prior.normDays, rules);
    const sinceIndex = tier === 'primary' ? 0 : since;
    return { tier, p, sinceSession: tier === null ? null : firstIndex + 1 + sinceIndex };
  };

  return {
    add(session, read) {
      const comparability = compareSession(session, sessions, rules);
      const reduced = comparability.changes.includes('dose-cut');
      const share = card.add(read, comparability.doseRatio, reduced);
      const { sessionId, performedOn } = session;
      const at: SessionEvidence = {
        session: firstIndex + evidence.length + 1,
        sessionId,
        performedOn,
        ...read,
        ...comparability,
        share,
      };
      sessions.push(session);
      evidence.push(at);
      const weight = changePoint.add(read, comparability.doseRatio, scattersMore(comparability));
      if (share) {
        evaluable.push(at);
        shown = judge(weight());
      }
      const state = {
        ...shown,
        afterSession: at.session,
        trueLossShare: trueLossShare(shown.p, rules),
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

function tierOf(
  p: number,
  sessions: readonly SessionEvidence[],
  evaluable: readonly SessionEvidence[],
  normDays: number,
  rules: TrendRules,
): TrendTier | null {
  if (neverHadBenefit(sessions, normDays, rules)) return 'primary';
  if (p >= rules.reviewAt && lastSessionsGaveLess(evaluable, rules) && !bothCut(evaluable)) return 'review';
  return p >= rules.watchAt ? 'watch' : null;
}

function lastSessionsGaveLess(evaluable: readonly SessionEvidence[], rules: TrendRules): boolean {
  const each = (last: number, of: number, atMost: number) =>
    evaluable.length >= of && evaluable.slice(-last).every(({ share }) => share!.benefit <= atMost);
  return each(2, rules.lastTwoOf, rules.lastTwoAtMost) || each(3, rules.lastThreeOf, rules.lastThreeAtMost);
}

function bothCut(evaluable: readonly SessionEvidence[]): boolean {
  return evaluable.slice(-2).every(({ changes }) => changes.includes('dose-cut'));
}
