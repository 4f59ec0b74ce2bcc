import type { ResponseEvidence } from '../evidence/response-evidence';
import type { RuleValues } from '../../rules';
import type { ResponsePrior } from './response-priors';

/** What a patient usually gets from a session. */
export interface UsualBenefit {
  readonly sizePct: number;
  readonly days: number;
}

/** One session beside the patient's usual; shares, 1 = as usual. */
export interface BenefitShare {
  readonly size?: number;
  readonly length?: number;
  /** Size and length together. */
  readonly benefit: number;
  /** The usual it was compared with, as learned from the sessions before. */
  readonly usual: UsualBenefit;
}

/** What the usual was learned from, in sessions; what the indication gives counts as part of one. */
export interface LearnedFrom {
  readonly sizes: number;
  readonly lengths: number;
}

export interface PercentCard {
  /** The usual as it stands. */
  usual(): UsualBenefit;
  learnedFrom(): LearnedFrom;
  /** The next session; undefined when nothing is known of it. */
  add(evidence: ResponseEvidence, doseRatio: number, doseReduced: boolean): BenefitShare | undefined;
}

/*
 * How the usual is learned, fitted together on simulated courses (P). Not settable: the shares of `R.review` and the
 * weights were found with them.
 */
const LEARN_FROM = 0.8;
const FIRST_SESSIONS = 2;
/** From then on a length below this share is not learned, even where size keeps the benefit up: it may be the first sign. */
const LEARN_LENGTH_FROM = 0.75;
/** A usual learned from so few sessions gives way to as many later ones that are steady and good, if lower. */
const BEST_EVER_SESSIONS = 3;
const STEADY_SESSIONS = 4;
const STEADY_WITHIN_PCT = 20;
const GOOD_PCT = 50;
/** Less than good, but what counts as a response: that takes more of them. */
const STEADY_RESPONSES = 6;
const RESPONSE_PCT = 40;
const SHARE_CAP = 1.2;
const KEEP_WEIGHT = 8;
const SIZE_WEIGHT = 0.4;
const SIZE_WEIGHT_TWO_READINGS = 0.46;
const LENGTH_WEIGHT = 0.6;
const PRIOR_SIZE_WEIGHT = 0.5;
const PRIOR_LENGTH_WEIGHT = 1.1;

/** What of the usual size a dose is expected to give; of its length the square root. */
export function doseEffect(doseRatio: number): number {
  return Math.min(1.15, Math.max(0.7, Math.sqrt(doseRatio)));
}

/**
 * What share of this patient's usual benefit did each session give?
 *
 * The usual starts at what the indication gives and is learned from sessions that reach four fifths of it. Below that
 * the yardstick stays frozen: a suspicious session never lowers "usual".
 */
export function startPercentCard(prior: ResponsePrior, rules: RuleValues): PercentCard {
  let size = { mean: prior.meanSizePct, weight: PRIOR_SIZE_WEIGHT };
  let length = { mean: Math.log(prior.medianDays), weight: PRIOR_LENGTH_WEIGHT };
  let learned = 0;
  let notLearned: Compared[] = [];

  const usual = () => ({ sizePct: size.mean, days: Math.exp(length.mean) });

  const compare = (evidence: ResponseEvidence, adj: number): BenefitShare | undefined => {
    const now = usual();
    const sizeShare = evidence.size && capped(evidence.size.improvementPct / (now.sizePct * adj));
    const lengthShare = lengthShareOf(evidence, { usualDays: now.days, adj }, rules);
    if (sizeShare === undefined && lengthShare === undefined) return undefined;
    const sizeWeight = (evidence.size?.readings.length ?? 0) >= 2 ? SIZE_WEIGHT_TWO_READINGS : SIZE_WEIGHT;
    const weights =
      (sizeShare === undefined ? 0 : sizeWeight) + (lengthShare === undefined ? 0 : LENGTH_WEIGHT);
    const sum = sizeWeight * (sizeShare ?? 0) + LENGTH_WEIGHT * (lengthShare ?? 0);
    return { size: sizeShare, length: lengthShare, benefit: sum / weights, usual: now };
  };

  const learnFrom = ({ evidence, share, adj, doseReduced }: Compared) => {
    if (evidence.size && !doseReduced) size = learn(size, evidence.size.improvementPct / adj, 1);
    const frozen = learned > FIRST_SESSIONS && (share.length ?? 1) < LEARN_LENGTH_FROM;
    if (!evidence.length || share.length === undefined || frozen) return;
    const { days, kind } = evidence.length;
    if (kind === 'wore-off') length = learn(length, Math.log(Math.max(1, days)), 1);
    else if (days > share.usual.days) length = learn(length, Math.log(Math.max(1, days)), 0.5);
  };

  /** The first sessions were the best ever; what came steadily after them is the usual. */
  const startAnew = (steady: readonly Compared[]) => {
    size = { mean: prior.meanSizePct, weight: PRIOR_SIZE_WEIGHT };
    for (const compared of steady) learnFrom(compared);
    learned = steady.length;
    notLearned = [];
  };

  return {
    usual,
    learnedFrom: () => ({ sizes: size.weight, lengths: length.weight }),
    add(evidence, doseRatio, doseReduced) {
      const adj = doseEffect(doseRatio);
      const share = compare(evidence, adj);
      if (!share) return share;
      if (share.benefit < LEARN_FROM && learned >= FIRST_SESSIONS) {
        notLearned.push({ evidence, share, adj, doseReduced });
        const steady = learned <= BEST_EVER_SESSIONS && lastSteady(notLearned);
        if (steady) startAnew(steady);
        return share;
      }
      notLearned = [];
      learned += 1;
      learnFrom({ evidence, share, adj, doseReduced });
      return share;
    },
  };
}

/**
 * A "still effective" says little when it was asked early in the cycle: then it is not read as a length as usual. A patient
 * treated again at that day while still benefiting is always read.
 */
function lengthShareOf(
  { length }: ResponseEvidence,
  { usualDays, adj }: { readonly usualDays: number; readonly adj: number },
  rules: RuleValues,
): number | undefined {
  if (!length) return undefined;
  if (length.kind === 'wore-off') return capped(length.days / (usualDays * Math.sqrt(adj)));
  if (!length.usable && length.days < rules['R.length.early'] * usualDays) return undefined;
  return capped(Math.max(1, length.days / usualDays));
}

/** A session beside the usual, with what learning from it needs. */
interface Compared {
  readonly evidence: ResponseEvidence;
  readonly share: BenefitShare;
  readonly adj: number;
  readonly doseReduced: boolean;
}

/** The last sessions, where all gave a good response, hardly differing, that lasted as long as usual: no loss, whatever the first ones gave. */
function lastSteady(sessions: readonly Compared[]): readonly Compared[] | undefined {
  const good = sessions.slice(-STEADY_SESSIONS);
  if (isSteady(good, STEADY_SESSIONS, GOOD_PCT)) return good;
  const responses = sessions.slice(-STEADY_RESPONSES);
  return isSteady(responses, STEADY_RESPONSES, RESPONSE_PCT) ? responses : undefined;
}

function isSteady(sessions: readonly Compared[], count: number, atLeastPct: number): boolean {
  const sizes = sessions.flatMap(({ evidence }) => evidence.size?.improvementPct ?? []);
  return (
    sizes.length >= count &&
    Math.min(...sizes) >= atLeastPct &&
    Math.max(...sizes) - Math.min(...sizes) <= STEADY_WITHIN_PCT &&
    sessions.every(({ share }) => (share.length ?? 1) >= LEARN_FROM)
  );
}

function capped(share: number): number {
  return Math.min(SHARE_CAP, share);
}

interface RunningMean {
  readonly mean: number;
  readonly weight: number;
}

function learn({ mean, weight }: RunningMean, value: number, by: number): RunningMean {
  const total = weight + by;
  return { mean: (mean * weight + value * by) / total, weight: Math.min(KEEP_WEIGHT, total) };
}
