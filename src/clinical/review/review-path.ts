import { PRODUCT_ROWS } from '../catalogue/product-rows';
import type { IndicationSlug } from '../catalogue/indications';
import type { TestResult } from './resistance-tests';
import { isRarelyLost, LOSS_BY_INDICATION } from '../watch/indication-loss';
import type { TrendTier } from '../watch/trend-state';
import type { ToxinProduct } from '../units';

export const FLAG_STATUSES = ['open', 'reviewed'] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

export const REVIEW_DECISIONS = ['keep-watching', 'adjust', 'test', 'switch', 'stop', 'dismiss'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export const PRIOR_TOLERANCE = ['tolerated', 'not-tolerated', 'never-had-toxin', 'unknown'] as const;
export type PriorTolerance = (typeof PRIOR_TOLERANCE)[number];

/** What a neurologist decides on a flag. It never carries a dose. */
export interface FlagReview {
  readonly decision: ReviewDecision;
  readonly reason: string;
  /** With `switch`: the product that the course goes on with. */
  readonly plannedProduct?: ToxinProduct;
  /** With `switch` to `rima`: has the patient tolerated botulinum toxin before? */
  readonly priorTolerance?: PriorTolerance;
  /** With `test`: once it is known. */
  readonly testResult?: TestResult;
}

/** A flag as far as its path is concerned. */
export interface FlagOnPath {
  readonly status: FlagStatus;
  readonly tier: TrendTier;
  readonly cause: string;
  /** The sessions that it rests on. */
  readonly sessionIds: readonly string[];
  /** The latest decision; absent while it is open. */
  readonly decision?: ReviewDecision;
  /** A `test` was decided and its result is not known yet. */
  readonly awaitsTestResult?: boolean;
}

/** A flag and its latest review, as far as they are stored: as its path is concerned with them. */
export function flagOnPath(
  flag: Pick<FlagOnPath, 'status' | 'tier' | 'cause' | 'sessionIds'>,
  latest: { readonly decision: ReviewDecision; readonly testResult: string | null } | undefined,
): FlagOnPath {
  const { status, tier, cause, sessionIds } = flag;
  const awaitsTestResult = latest?.decision === 'test' && latest.testResult === null;
  return { status, tier, cause, sessionIds, decision: latest?.decision, awaitsTestResult };
}

export const REVIEW_FINDING_CODES = [
  'reason-missing',
  'already-decided',
  'product-missing',
  'product-unchanged',
  'product-not-asked',
  'tolerance-missing',
  'result-not-asked',
] as const;

/** Why a review cannot be taken. */
export interface ReviewFinding {
  readonly code: (typeof REVIEW_FINDING_CODES)[number];
  readonly message: string;
  /** JSON pointer into the review. */
  readonly pointer: string;
}

/** What a decision means for the course. */
export interface NextStep {
  readonly decision: ReviewDecision;
  readonly text: string;
  /** Fields that the review must carry beside the decision. */
  readonly asks: readonly (keyof FlagReview)[];
}

const STEPS: Readonly<Record<ReviewDecision, Omit<NextStep, 'decision'>>> = {
  'keep-watching': { text: 'Wait for the next session; opens again only on new evidence', asks: ['reason'] },
  adjust: { text: 'Change dose, muscles or guidance; the next session is the test', asks: ['reason'] },
  test: { text: 'Frontalis, EDB or assay before resistance is spoken of', asks: ['reason'] },
  switch: { text: 'Go on with another product', asks: ['reason', 'plannedProduct'] },
  stop: { text: 'Stop treating this indication with toxin', asks: ['reason'] },
  dismiss: { text: 'No loss of response; the reason is kept', asks: ['reason'] },
};

/** Where a lasting loss is not what is likeliest, what a loss would ask for comes last. */
const CAUSES_FIRST: readonly ReviewDecision[] = [
  'adjust',
  'keep-watching',
  'dismiss',
  'stop',
  'test',
  'switch',
];
/** A watch is no task: waiting is what is usual. */
const WAITING_FIRST: readonly ReviewDecision[] = [
  'keep-watching',
  'adjust',
  'dismiss',
  'test',
  'stop',
  'switch',
];

/**
 * Which decisions may be taken now, and in which order are they proposed? None once the flag was decided, unless a test
 * result is still awaited. Where a lasting loss is rare, and where toxin never helped, other causes come before a switch.
 */
export function nextSteps(flag: FlagOnPath, indication: IndicationSlug): readonly NextStep[] {
  if (!mayBeDecided(flag)) return [];
  return orderFor(flag.tier, indication).map((decision) => ({
    decision,
    ...STEPS[decision],
    ...(isRarelyLost(indication) && rarelyLostText(decision, indication)),
  }));
}

function mayBeDecided({ status, awaitsTestResult }: FlagOnPath): boolean {
  return status === 'open' || awaitsTestResult === true;
}

function orderFor(tier: TrendTier, indication: IndicationSlug): readonly ReviewDecision[] {
  if (tier === 'watch') return WAITING_FIRST;
  return tier === 'primary' || isRarelyLost(indication) ? CAUSES_FIRST : REVIEW_DECISIONS;
}

function rarelyLostText(
  decision: ReviewDecision,
  indication: IndicationSlug,
): Pick<NextStep, 'text'> | undefined {
  const { thinkFirst } = LOSS_BY_INDICATION[indication];
  if (decision === 'adjust')
    return {
      text: `First ask about ${thinkFirst}; then change the dose or where it is given, and the next session is the test`,
    };
  if (decision === 'switch')
    return { text: 'Go on with another product: a lasting loss is rare here, so after the other causes' };
  return undefined;
}

/** What comes of a review: the flag as it then stands, or why it cannot be taken. */
export type ReviewOutcome =
  | { readonly flag: FlagOnPath; readonly findings?: undefined }
  | { readonly flag?: undefined; readonly findings: readonly ReviewFinding[] };

/**
 * Takes a neurologist's decision on a flag.
 *
 * Every decision needs a reason. `test` may bring its result now or in a later review; `switch` names another product
 * and, to `rima`, answers whether botulinum toxin was tolerated before.
 *
 * @param currentProduct the product of the latest session
 */
export function applyReview(
  flag: FlagOnPath,
  review: FlagReview,
  currentProduct?: ToxinProduct,
): ReviewOutcome {
  const findings = objections(flag, review, currentProduct);
  if (findings.length) return { findings };
  const { decision } = review;
  const awaitsTestResult = decision === 'test' && review.testResult === undefined;
  return { flag: { ...flag, status: 'reviewed', decision, awaitsTestResult } };
}

function objections(flag: FlagOnPath, review: FlagReview, currentProduct?: ToxinProduct): ReviewFinding[] {
  const found: ReviewFinding[] = [];
  const object = (code: ReviewFinding['code'], pointer: string, message: string) =>
    found.push({ code, message, pointer });
  const { decision, plannedProduct } = review;
  if (!mayBeDecided(flag))
    object('already-decided', '/decision', 'This flag has been decided; a new one opens on new evidence');
  if (review.reason.trim() === '')
    object('reason-missing', '/reason', 'Say why: the reason is kept with the decision');
  if (decision === 'switch') {
    if (plannedProduct === undefined)
      object('product-missing', '/plannedProduct', 'Name the product to go on with');
    else if (plannedProduct === currentProduct)
      object(
        'product-unchanged',
        '/plannedProduct',
        'That is the product of the latest session: a switch names another',
      );
    if (plannedProduct && PRODUCT_ROWS[plannedProduct].firstDose && review.priorTolerance === undefined)
      object(
        'tolerance-missing',
        '/priorTolerance',
        'Has the patient tolerated botulinum toxin before? The starting range of the label depends on it',
      );
  } else if (plannedProduct !== undefined) {
    object('product-not-asked', '/plannedProduct', 'Only a switch names a product');
  }
  if (decision !== 'test' && review.testResult !== undefined && !flag.awaitsTestResult)
    object('result-not-asked', '/testResult', 'A test result belongs to the decision "test"');
  return found;
}
