import type { BenefitShare, UsualBenefit } from '../../src/clinical/watch/change-point/percent-card';
import type { ResponseEvidence } from '../../src/clinical/watch/evidence/response-evidence';
import type { RuleValues } from '../../src/clinical/rules';
import type { ResponsePrior } from '../../src/clinical/watch/change-point/response-priors';

export interface YesterdayCard {
  /** The usual as it stands. */
  usual(): UsualBenefit;
  /** The next session; undefined when nothing is known of it. */
  add(evidence: ResponseEvidence, doseRatio: number, doseReduced: boolean): BenefitShare | undefined;
}

/* How the usual was learned; frozen, see `yesterday-evidence.ts`. */
const LEARN_FROM = 0.8;
const FIRST_SESSIONS = 2;
const SHARE_CAP = 1.2;
const KEEP_WEIGHT = 8;
const SIZE_WEIGHT = 0.4;
const SIZE_WEIGHT_TWO_READINGS = 0.46;
const LENGTH_WEIGHT = 0.6;
const PRIOR_SIZE_WEIGHT = 0.5;
const PRIOR_LENGTH_WEIGHT = 1.1;

/** The percent card of the reference rule: what share of this patient's usual benefit did each session give? */
export function startYesterdayCard(prior: ResponsePrior, rules: RuleValues): YesterdayCard {
  let size = { mean: prior.meanSizePct, weight: PRIOR_SIZE_WEIGHT };
  let length = { mean: Math.log(prior.medianDays), weight: PRIOR_LENGTH_WEIGHT };
  let learned = 0;

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

  return {
    usual,
    add(evidence, doseRatio, doseReduced) {
      const adj = Math.min(1.15, Math.max(0.7, Math.sqrt(doseRatio)));
      const share = compare(evidence, adj);
      if (!share || (share.benefit < LEARN_FROM && learned >= FIRST_SESSIONS)) return share;
      learned += 1;
      if (evidence.size && !doseReduced) size = learn(size, evidence.size.improvementPct / adj, 1);
      if (evidence.length && share.length !== undefined) {
        const days = evidence.length.days;
        if (evidence.length.kind === 'wore-off') length = learn(length, Math.log(Math.max(1, days)), 1);
        else if (days > share.usual.days) length = learn(length, Math.log(Math.max(1, days)), 0.5);
      }
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
