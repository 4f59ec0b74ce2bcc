import type { PlainDate } from '../../clinical/calendar';
import { RESTS_ON, TREND_TIERS, type RestsOn, type TrendTier } from '../../clinical/watch/trend-state';
import { Lists, OneOf } from '../../platform/http/validation';
import {
  ChecklistItemView,
  FlaggedSessionView,
  NotComparableSessionView,
  UsualBenefitView,
} from './flags.dto';

/** Is the response diminishing? As it stands after the latest session given. */
export class TrendView {
  /** Counted from 1 in the order of the days, as every session here. */
  afterSession: number;
  /** `watch`: a quiet marker. `review`: a task for a neurologist. `primary`: never had benefit. Null: nothing is shown. */
  @OneOf(TREND_TIERS) tier: TrendTier | null;
  /** Size and length weighed together, a length that became shorter, or the sign of type B; null when no tier is shown. */
  @OneOf(RESTS_ON) restsOn: RestsOn | null;
  /** Weight of the lasting-loss story, 0 to 1: a trigger, not a diagnosis. */
  p: number;
  /** Of simulated courses with this pattern, the share with a lasting loss; null where it was not counted. */
  trueLossShare: number | null;
  /** Where the likeliest loss begins; null when no tier is shown. */
  sinceSession: number | null;
  /** The first session of the stretch that is judged together: another product family starts anew. */
  epochSession: number;
  /** What this patient usually gets. */
  usual: UsualBenefitView;
  /** Sessions of the stretch whose size or length of effect is known. */
  evaluable: number;
  /** All sessions of the stretch. */
  of: number;
  /** Whether the published definition of secondary non-response is met. */
  publishedDefinitionMet: boolean;
  /** On type B, dry mouth and benefit were lost together. */
  dryMouthAndBenefitLost: boolean;
  rulesVersion: string;
}

/** What should be looked at in a history that is not stored: a question to a neurologist; it decides nothing. */
export class PreviewFlagView {
  @OneOf(TREND_TIERS) tier: TrendTier;
  /** The same while one suspicion lasts. */
  cause: string;
  /** The day on which the suspicion could first be known. */
  opensOn: PlainDate;
  sinceSession: number;
  /** The evidence, oldest first; sessions of a history that is not stored have no id. */
  @Lists(() => String) sessionIds: readonly string[];
  /** Two sentences that can be checked against the chart. */
  text: string;
  @Lists(() => FlaggedSessionView) comparable: readonly FlaggedSessionView[];
  /** Counted all the same, each with its reasons. */
  @Lists(() => NotComparableSessionView) notComparable: readonly NotComparableSessionView[];
  @Lists(() => ChecklistItemView) checklist: readonly ChecklistItemView[];
  /** What of the checklist is not excluded. */
  @Lists(() => ChecklistItemView) ruleOut: readonly ChecklistItemView[];
  usual: UsualBenefitView;
  /** Weight of the lasting-loss story: a trigger, not a diagnosis. */
  p: number;
  /** Of simulated courses with this pattern, the share with a lasting loss; null where it was not counted. */
  trueLossShare: number | null;
  publishedDefinitionMet: boolean;
  /** By which measure it is met, or why it is not. */
  publishedText?: string;
  /** Sessions whose size or length of effect is known. */
  evaluable: number;
  of: number;
  rulesVersion: string;
}
