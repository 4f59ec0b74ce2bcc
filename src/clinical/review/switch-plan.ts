import type { Duration, PlainDate } from '../calendar';
import { addDays } from '../calendar';
import { durationText } from '../due/due-text';
import type { SourcedText } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import type { ToxinProduct } from '../units';
import type { ReviewDecision } from './review-path';

export interface PlanStep {
  readonly code: 'call' | 'peak-check' | 're-evaluate';
  readonly text: string;
  /** Weeks after the first session with the new product. */
  readonly weeks: number | null;
  readonly on: PlainDate | null;
  readonly source: string;
}

export interface SwitchPlan {
  readonly product: ToxinProduct;
  /** What the reviewer and the patient may expect. */
  readonly text: string;
  readonly labelStart: SourcedText | null;
  readonly steps: readonly PlanStep[];
}

/** A review as far as a switch is concerned; the day is the clinic's. */
export interface DatedReview {
  readonly decision: ReviewDecision;
  readonly plannedProduct: ToxinProduct | null;
  readonly reviewedOn: PlainDate;
}

/**
 * What follows the latest switch, with its days once the first session with the new product has been given.
 *
 * @param reviews oldest first
 * @param given the sessions of the course that count, by day
 * @param usualIntervalOf a product in this indication and clinic
 */
export function planOf(
  reviews: readonly DatedReview[],
  given: readonly { readonly performedOn: PlainDate; readonly product: ToxinProduct }[],
  usualIntervalOf: (product: ToxinProduct) => Duration,
): SwitchPlan | null {
  const latest = reviews.findLast(({ decision }) => decision === 'switch');
  if (!latest?.plannedProduct) return null;
  const first = given.find(
    ({ performedOn, product }) => product === latest.plannedProduct && performedOn >= latest.reviewedOn,
  );
  return switchPlan(latest.plannedProduct, usualIntervalOf(latest.plannedProduct), first?.performedOn);
}

/** What is usually asked at the call after a first session with type B. */
const TYPE_B_CALL = ['dry mouth', 'dysphagia', 'constipation', 'blurred vision'] as const;
/*
 * Days agreed with the patient for this one first session (P). Not settable: they lie within what `S22` of the rules counts
 * as a first contact and as the peak.
 */
const CALL_WEEKS = 2;
const PEAK_CHECK_WEEKS = 4;
const SESSIONS_RE_EVALUATED = 4;

/**
 * What follows a switch to another product?
 *
 * To type B: a call at two weeks, a peak check at four, and an honest look back after each of at least four
 * sessions: of ten patients with antibodies six lost the effect at the second or third session. The starting dose is
 * told as the label tells it.
 *
 * @param usualInterval of the new product in this indication and clinic
 * @param performedOn the first session with the new product, once it is known
 */
export function switchPlan(
  product: ToxinProduct,
  usualInterval: Duration,
  performedOn?: PlainDate,
): SwitchPlan {
  const step = (code: PlanStep['code'], weeks: number | null, text: string, source: string): PlanStep => ({
    code,
    text,
    weeks,
    on: performedOn && weeks !== null ? addDays(performedOn, 7 * weeks) : null,
    source,
  });
  const { facts, firstDose } = PRODUCT_ROWS[product];
  const typeB = facts.serotype === 'B';
  const labelStart = firstDose?.labelStart ?? null;
  const peak = step('peak-check', PEAK_CHECK_WEEKS, 'Peak check: improvement, PGIC and scale', 'P');
  const lookBack = step(
    're-evaluate',
    null,
    `Judge every session anew for at least ${SESSIONS_RE_EVALUATED} sessions${typeB ? '; watch for dry mouth and benefit lost together' : ''}`,
    typeB ? 'P; V:DRE03' : 'P',
  );
  if (!typeB) {
    return {
      product,
      text: 'Another type A product: its effect is judged against what this patient usually had.',
      labelStart,
      steps: [peak, lookBack],
    };
  }
  return {
    product,
    text: `May restore response, often temporarily. A new baseline starts for the trend; plan ${durationText(usualInterval)}, not the interval of type A.`,
    labelStart,
    steps: [step('call', CALL_WEEKS, `Call: ${TYPE_B_CALL.join(', ')}?`, 'P'), peak, lookBack],
  };
}
