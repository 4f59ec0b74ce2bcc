import { addDays, latestOf, type PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { billingUnits } from '../catalogue/products';
import type { Dose, ToxinProduct } from '../units';

export const COVER_STATES = [
  'covered',
  'units-short',
  'expires-before-due',
  'missing',
  'not-needed',
] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** What keeps an authorization from covering a session: of one that comes nearest, where there are several. */
export const COVER_GAPS = [
  'too-few-units',
  'used-up',
  'ended',
  'not-begun',
  'other-insurer',
  'other-product',
  'other-treatment',
  'none',
] as const;
export type CoverGap = (typeof COVER_GAPS)[number];

export interface Authorization {
  readonly product: ToxinProduct;
  /** Absent: it holds for every indication. */
  readonly indication?: IndicationSlug | null;
  /** Whether it is of another insurer than the patient's. */
  readonly ofOtherInsurer?: boolean;
  /** Both days included. */
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** In HCPCS billing units of the product, not in its potency units. Absent: not limited. */
  readonly billingUnitsApproved?: number | null;
  readonly sessionsApproved?: number | null;
  readonly billingUnitsUsed: number;
  readonly sessionsUsed: number;
}

export interface CoverQuestion {
  readonly coverage: 'usual' | 'pa_usual' | 'not_needed';
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug;
  /** Without it only what is used up is known to be short. */
  readonly plannedDose?: Dose;
  readonly authorizations: readonly Authorization[];
}

/** Whether a session is covered on a day; what is in the way, and the day on which that began or ends. */
export interface Cover {
  readonly state: CoverState;
  readonly gap: CoverGap | null;
  readonly gapOn: PlainDate | null;
}

/** Cover from a day on, until the next period begins. */
export interface CoverPeriod extends Cover {
  readonly fromOn: PlainDate;
}

/** A course without a due day may be given on any day. */
const ANY_DAY: PlainDate = '1900-01-01';

/** The first that is found names the gap. */
const NEAREST_FIRST: readonly CoverGap[] = [
  'too-few-units',
  'used-up',
  'ended',
  'not-begun',
  'other-insurer',
  'other-product',
  'other-treatment',
];

const STATE_OF: Readonly<Record<CoverGap, CoverState>> = {
  'too-few-units': 'units-short',
  'used-up': 'units-short',
  ended: 'expires-before-due',
  'not-begun': 'missing',
  'other-insurer': 'missing',
  'other-product': 'missing',
  'other-treatment': 'missing',
  none: 'missing',
};

/**
 * Does a prior authorization cover the next session on the day on which it could be given?
 *
 * That is the due day, and once it has passed the day one looks from: an authorization that has ended since does not
 * cover whoever is overdue.
 */
export function coverAsOf(day: PlainDate, periods: readonly CoverPeriod[]): Cover {
  const { state, gap, gapOn } = periods.findLast(({ fromOn }) => fromOn <= day) ?? periods[0] ?? UNKNOWN;
  return { state, gap, gapOn };
}

const UNKNOWN: Cover = { state: 'missing', gap: 'none', gapOn: null };

/** What authorizations say of a session on its due day and on each day after it, as far as that changes. */
export function coverPeriods(dueOn: PlainDate | null, question: CoverQuestion): CoverPeriod[] {
  const first = dueOn ?? ANY_DAY;
  const changes = question.authorizations.flatMap(({ startsOn, endsOn }) => [startsOn, addDays(endsOn, 1)]);
  const days = [...new Set([first, ...changes.filter((day) => day > first)])].toSorted();
  const periods: CoverPeriod[] = [];
  for (const fromOn of days) {
    const cover = coverOn(fromOn, question);
    if (!sameCover(periods.at(-1), cover)) periods.push({ fromOn, ...cover });
  }
  return periods;
}

/**
 * Does a prior authorization cover a session on this day?
 *
 * It must be of the patient's insurer, product and indication, in force on that day, its first and last day included,
 * have a session left, and have billing units left for the planned dose, a started billing unit counting as whole.
 * `usual` coverage needs none. The best answer wins when there are several authorizations.
 */
export function coverOn(day: PlainDate, question: CoverQuestion): Cover {
  if (question.coverage !== 'pa_usual') return { state: 'not-needed', gap: null, gapOn: null };
  const gaps = question.authorizations.map((authorization) => ({
    authorization,
    gap: gapOf(authorization, day, question),
  }));
  if (gaps.some(({ gap }) => gap === null)) return { state: 'covered', gap: null, gapOn: null };
  const gap = NEAREST_FIRST.find((nearest) => gaps.some((found) => found.gap === nearest)) ?? 'none';
  const those = gaps.filter((found) => found.gap === gap).map(({ authorization }) => authorization);
  return { state: STATE_OF[gap], gap, gapOn: gapDay(gap, those) };
}

function gapDay(gap: CoverGap, authorizations: readonly Authorization[]): PlainDate | null {
  if (gap === 'ended') return latestOf(...(authorizations.map(({ endsOn }) => endsOn) as [PlainDate]));
  if (gap === 'not-begun') return authorizations.map(({ startsOn }) => startsOn).toSorted()[0]!;
  return null;
}

/** What keeps it from covering the session on this day; of another insurer, product or treatment only while in force. */
function gapOf(authorization: Authorization, day: PlainDate, question: CoverQuestion): CoverGap | null {
  const { product, indication, ofOtherInsurer, startsOn, endsOn } = authorization;
  const inForce = startsOn <= day && day <= endsOn;
  if (product !== question.product) return inForce ? 'other-product' : 'none';
  if ((indication ?? question.indication) !== question.indication)
    return inForce ? 'other-treatment' : 'none';
  if (ofOtherInsurer) return inForce ? 'other-insurer' : 'none';
  if (startsOn > day) return 'not-begun';
  if (endsOn < day) return 'ended';
  if (isUsedUp(authorization)) return 'used-up';
  const { billingUnitsApproved, billingUnitsUsed } = authorization;
  const unitsLeft = (billingUnitsApproved ?? Infinity) - billingUnitsUsed;
  return unitsLeft < unitsNeeded(product, question.plannedDose) ? 'too-few-units' : null;
}

/** Is no session and no unit of it left, whatever the dose? */
export function isUsedUp(authorization: Omit<Authorization, 'product'>): boolean {
  const { sessionsApproved, sessionsUsed, billingUnitsApproved, billingUnitsUsed } = authorization;
  return (
    (sessionsApproved ?? Infinity) - sessionsUsed < 1 ||
    (billingUnitsApproved ?? Infinity) - billingUnitsUsed <= 0
  );
}

/** Billing units of another product say nothing about this authorization. */
function unitsNeeded(product: ToxinProduct, plannedDose: Dose | undefined): number {
  return plannedDose?.product === product ? Math.ceil(billingUnits(plannedDose)) : 0;
}

function sameCover(one: Cover | undefined, other: Cover): boolean {
  return one?.state === other.state && one.gap === other.gap && one.gapOn === other.gapOn;
}
