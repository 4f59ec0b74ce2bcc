import { Type } from 'class-transformer';
import { IsIn, ValidateNested, IsObject } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { CHECKLIST_CODES, type ChecklistCode } from '../../clinical/watch/checklist/causes';
import { CHECKLIST_STATUSES, type ChecklistStatus } from '../../clinical/watch/checklist/checklist-item';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import {
  LABORATORY_RESULTS,
  PARALYSIS_RESULTS,
  RESISTANCE_TESTS,
  TEST_READINGS,
  type ResistanceTest,
  type TestReading,
  type TestResult,
} from '../../clinical/review/resistance-tests';
import {
  FLAG_STATUSES,
  PRIOR_TOLERANCE,
  REVIEW_DECISIONS,
  type FlagStatus,
  type PriorTolerance,
  type ReviewDecision,
} from '../../clinical/review/review-path';
import { BASELINE_KINDS, type BaselineKind } from '../../clinical/watch/evidence/baselines';
import { TREND_TIERS, type TrendTier } from '../../clinical/watch/trend-state';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, Lists, OneOf } from '../../platform/http/validation';

const TEST_RESULTS = [...PARALYSIS_RESULTS, ...LABORATORY_RESULTS] as const;

export class TestResultDto {
  @IsIn(RESISTANCE_TESTS) test: ResistanceTest;
  /** A clinical test: whether the muscle was paralysed. A laboratory test: whether antibodies were found. */
  @IsIn(TEST_RESULTS) result: TestResult['result'];
}

export class ReviewFlagDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsIn(REVIEW_DECISIONS) decision: ReviewDecision;
  /** Kept with the decision. */
  @InWords('word') reason: string;
  /** With `switch`: the product that the course goes on with. */
  @MayBeNull() @IsIn(TOXIN_PRODUCTS) plannedProduct?: ToxinProduct | null;
  /** With `switch` to `rima`: has the patient tolerated botulinum toxin before? */
  @MayBeNull() @IsIn(PRIOR_TOLERANCE) priorTolerance?: PriorTolerance | null;
  /** With `test`, now or in a later review once it is known. */
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => TestResultDto) testResult?: TestResultDto | null;
}

export class FindFlagsQuery extends PageQuery {
  @MayBeLeftOut() @IsIn(FLAG_STATUSES) status?: FlagStatus;
  @MayBeLeftOut() @IsIn(TREND_TIERS) tier?: TrendTier;
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  @MayBeLeftOut() @IsId() courseId?: string;
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

/** A session that a flag speaks of. */
export class FlaggedSessionView {
  /** Counted from 1 in the order of the days. */
  session: number;
  sessionId?: string;
  performedOn: PlainDate;
  improvementPct: number | null;
  lengthDays: number | null;
  /** The effect was still felt on the last day known. */
  stillEffective: boolean;
  /** Share of this patient's usual benefit, in percent. */
  benefitPct: number | null;
  /** What the peak of a scale was held against; null where the size rests on no scale, and in a flag kept from before it was told. */
  @OneOf(BASELINE_KINDS) baseline: BaselineKind | null;
}

export class FlagReasonView {
  code: string;
  text: string;
}

export class NotComparableSessionView extends FlaggedSessionView {
  @Lists(() => FlagReasonView) reasons: readonly FlagReasonView[];
}

/** A cause to be excluded before a loss of effect is blamed on the toxin. */
export class ChecklistItemView {
  @OneOf(CHECKLIST_CODES) code: ChecklistCode;
  text: string;
  /** `open`: a person must say. `explained`: the record offers it as an explanation. `excluded`: the record speaks against it. */
  @OneOf(CHECKLIST_STATUSES) status: ChecklistStatus;
  detail: string;
  /** Where it is known from. A flag that was kept from before it was told has none. */
  source?: string;
}

export class UsualBenefitView {
  /** Usual improvement at the peak, in percent. */
  sizePct: number;
  /** Usual length of effect, in days. */
  days: number;
}

export class TestReadingView {
  @OneOf(RESISTANCE_TESTS) test: ResistanceTest;
  @OneOf(TEST_RESULTS) result: TestResult['result'];
  @OneOf(TEST_READINGS) reading: TestReading['reading'];
  text: string;
  source: string;
}

export class ReviewView {
  id: string;
  @OneOf(REVIEW_DECISIONS) decision: ReviewDecision;
  reason: string;
  @OneOf(TOXIN_PRODUCTS) plannedProduct: ToxinProduct | null;
  @OneOf(PRIOR_TOLERANCE) priorTolerance: PriorTolerance | null;
  testResult: TestReadingView | null;
  reviewedBy: string;
  reviewedAt: Date;
}

export class NextStepView {
  @OneOf(REVIEW_DECISIONS) decision: ReviewDecision;
  text: string;
  /** Fields that the review must carry beside the decision. */
  @Lists(() => String) asks: readonly string[];
}

export class LabelStartView {
  text: string;
  source: string;
}

export class PlanStepView {
  @OneOf(['call', 'peak-check', 're-evaluate']) code: 'call' | 'peak-check' | 're-evaluate';
  text: string;
  /** Weeks after the first session with the new product. */
  weeks: number | null;
  /** Known once that session has been given. */
  on: PlainDate | null;
  source: string;
}

/** What follows a switch to another product. It names no dose made from units of another product. */
export class SwitchPlanView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  text: string;
  /** The label's own starting range, as text. */
  labelStart: LabelStartView | null;
  @Lists(() => PlanStepView) steps: readonly PlanStepView[];
}

/** A question to a neurologist; it decides nothing. */
export class FlagView {
  id: string;
  courseId: string;
  patientId: string;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  @OneOf(TREND_TIERS) tier: TrendTier;
  @OneOf(FLAG_STATUSES) status: FlagStatus;
  /** Whether what is known today still shows it; only a review closes a flag. */
  shown: boolean;
  opensOn: PlainDate;
  sinceSession: number;
  /** The evidence, oldest first. */
  sessionIds: string[];
  /** Two sentences that can be checked against the chart. */
  text: string;
  comparable: FlaggedSessionView[];
  /** Counted all the same, each with its reasons. */
  notComparable: NotComparableSessionView[];
  /** What of the checklist is not excluded. */
  @Lists(() => ChecklistItemView) ruleOut: readonly ChecklistItemView[];
  @Lists(() => ChecklistItemView) checklist: readonly ChecklistItemView[];
  /** As learned from this patient's sessions. Who never had benefit (`primary`) has none to lose: there it is what those sessions gave, and the text names what the indication gives, which it was judged by. */
  usual: UsualBenefitView;
  /** Weight of the lasting-loss story: a trigger, not a diagnosis. */
  p: number;
  /** Of simulated courses with such a weight, the share with a lasting loss. */
  trueLossShare: number | null;
  /** Whether the published definition of secondary non-response is met as well. */
  publishedDefinitionMet: boolean;
  /** By which measure and at which sessions it is met, or why it is not. A flag that was kept from before it was told has none. */
  publishedText: string | null;
  /** Sessions whose size or length of effect is known. */
  evaluable: number;
  of: number;
  rulesVersion: string;
  reviews: ReviewView[];
  /** Decisions that may be taken now, in the order in which they are proposed in this indication. */
  @Lists(() => NextStepView) nextSteps: readonly NextStepView[];
  /** After a switch. */
  plan: SwitchPlanView | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class FlagPage extends UpdatesPageView {
  items: FlagView[];
}
