import type { IndicationSlug } from '../../catalogue/indications';
import type { RuleValues } from '../../rules';
import type { ChecklistItem } from '../checklist/checklist-item';
import { CAUSES_BY_INDICATION } from '../checklist/indication-causes';
import { LOSS_BY_INDICATION } from '../indication-loss';
import type { SessionEvidence, TrendState } from '../trend-state';
import { shareText } from '../true-loss-share';
import { lessBenefitText, neverHelpedText, shorterText } from './what-was-seen';

/** What a flag is written from: the state that is shown, the stretch it speaks of, and the filled-in checklist. */
export interface FlagMaterial {
  readonly indication: IndicationSlug;
  readonly state: TrendState;
  /** All sessions of the stretch. */
  readonly evidence: readonly SessionEvidence[];
  /** Index in `evidence` of the first session of the suspected loss. */
  readonly since: number;
  readonly checklist: readonly ChecklistItem[];
  /** The numbers that decided are those that are spoken of. */
  readonly rules: RuleValues;
}

/** What two sentences can carry. */
const OPEN_POINTS = 4;

/**
 * The flag in two sentences that a neurologist can check against the chart: what the last sessions gave, by which
 * measure, beside this patient's usual; then how often such a pattern was a lasting loss and what is still open. It names
 * no dose and recommends no product.
 */
export function flagText(material: FlagMaterial): string {
  const open = openPoints(material.checklist);
  const still = open.length
    ? `still open: ${open.join(', ')}`
    : 'no change of product, injector or muscles on record';
  return `${seenText(material)}. ${meaningText(material)}; ${still}.`;
}

function seenText(material: FlagMaterial): string {
  if (material.state.tier === 'primary') return neverHelpedText(material);
  return material.state.restsOn === 'length' ? shorterText(material) : lessBenefitText(material);
}

function meaningText({ indication, state, evidence, since }: FlagMaterial): string {
  if (state.tier === 'primary') {
    const doubt = CAUSES_BY_INDICATION[indication].doubt;
    return `Before the toxin is blamed: ${doubt ? `${doubt}, ` : ''}diagnosis, dose and muscles`;
  }
  if (state.restsOn === 'length') {
    const asked = evidence.slice(since).some(({ size }) => size);
    const peak = asked ? 'the peak still holds it from being a review' : 'the peak was not asked';
    return `A shorter effect is often the first sign of a loss: it is watched, and ${peak}`;
  }
  if (state.dryMouthAndBenefitLost)
    return 'Dry mouth is gone together with the benefit, so type B may be failing';
  if (state.trueLossShare === null)
    return "How often such a pattern is a lasting loss has not been counted with this clinic's settings";
  const { thinkFirst } = LOSS_BY_INDICATION[indication];
  const first = thinkFirst ? `, and in this indication other causes are commoner: first ${thinkFirst}` : '';
  return `Of simulated courses with this pattern ${shareText(state.trueLossShare)} had a lasting loss${first}`;
}

/** What the record itself raises; what only a person can say is on the checklist, not in the sentence. */
function openPoints(checklist: readonly ChecklistItem[]): string[] {
  const points = checklist.flatMap(({ code, status, detail }) => {
    if (status === 'excluded') return [];
    const explained = status === 'explained';
    if (code === 'dose-cut' && explained) return [`dose cut (${detail})`];
    if (code === 'product' && explained) return [`new product ${detail}`];
    if (code === 'injector' && explained) return [`new injector ${detail}`];
    if (code === 'muscles' && explained) return [`other muscles ${detail}`];
    if (code === 'one-off') return ['one session only, needs a second'];
    if (code === 'peak-check' || code === 'data-gaps') return [detail];
    return explained ? [detail] : [];
  });
  return points.slice(0, OPEN_POINTS);
}
