import type { IndicationSlug } from '../../catalogue/indications';
import { INDICATION_SLUGS } from '../../catalogue/indications';
import type { ScaleSlug } from '../../catalogue/scales';
import { SCALE_SLUGS } from '../../catalogue/scales';
import type { RuleValues } from '../../rules';
import { responsePrior } from '../change-point/response-priors';
import type { LearnedClinic } from './learned-clinic';
import { usualNoise } from '../clinic-noise';
import { shareText, TOLD_FROM, trueLossShare } from '../true-loss-share';

/** One thing that a clinic judges with otherwise once what was learned is accepted. */
export interface LearningChange {
  readonly what: 'sizes' | 'lengths' | 'scale' | 'usual-size' | 'usual-length' | 'shares' | 'told';
  readonly of?: ScaleSlug | IndicationSlug;
  /** From which weight on another share is told. */
  readonly weight?: number;
  readonly from: number;
  readonly to: number;
}

/*
 * What is worth a person's look: about what the estimates move by from one year to the next in a clinic that stays as it
 * is (P). Less is not proposed, so that an administrator is not asked every night.
 */
const WORTH = {
  sizeSd: 0.5,
  lengthSd: 0.01,
  scaleRatio: 0.15,
  sizePct: 2,
  lengthShare: 0.03,
  told: 0.05,
} as const;

/**
 * What would what was learned change in what the clinic judges with? Nothing: then there is nothing to propose.
 *
 * @param standing what is accepted; undefined where the usual stands
 */
export function learningChanges(
  learned: LearnedClinic,
  standing: LearnedClinic | undefined,
  rules: RuleValues,
): LearningChange[] {
  const before: LearnedClinic = standing ?? { noise: usualNoise(rules), usual: {}, calibration: [] };
  const changes: LearningChange[] = [];
  const differs = (change: LearningChange, least: number) => {
    if (Math.abs(change.to - change.from) >= least) changes.push(change);
  };
  differs({ what: 'sizes', from: before.noise.sizeSd, to: learned.noise.sizeSd }, WORTH.sizeSd);
  differs({ what: 'lengths', from: before.noise.lengthSd, to: learned.noise.lengthSd }, WORTH.lengthSd);
  for (const of of SCALE_SLUGS) {
    const [from, to] = [before.noise.scaleRatio[of] ?? 1, learned.noise.scaleRatio[of] ?? 1];
    differs({ what: 'scale', of, from, to }, WORTH.scaleRatio);
  }
  for (const of of INDICATION_SLUGS) {
    const [from, to] = [before, learned].map(({ usual }) => responsePrior(of, 'ona', usual));
    differs({ what: 'usual-size', of, from: from!.meanSizePct, to: to!.meanSizePct }, WORTH.sizePct);
    const least = WORTH.lengthShare * from!.medianDays;
    differs({ what: 'usual-length', of, from: from!.medianDays, to: to!.medianDays }, least);
  }
  const enough = (noise: LearnedClinic['noise']) => Number(noise.differences >= rules['R.noise.differences']);
  differs({ what: 'shares', from: enough(before.noise), to: enough(learned.noise) }, 1);
  for (const weight of TOLD_FROM) {
    const [from, to] = [before, learned].map((clinic) => toldAt(weight, clinic, rules));
    if (shareText(from!) !== shareText(to!))
      differs({ what: 'told', weight, from: from!, to: to! }, WORTH.told);
  }
  return changes;
}

/** What is told of a weight where losses are as common as the trigger assumes and more than a scale was recorded. */
function toldAt(p: number, { noise, calibration }: LearnedClinic, rules: RuleValues): number {
  return trueLossShare({ p, indication: 'cervical_dystonia', scaleOnly: false, noise, calibration, rules });
}
