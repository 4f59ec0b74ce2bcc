import type { PlainDate } from './calendar';
import type { IndicationSlug } from './catalogue/indications';
import { billingUnits } from './catalogue/products';
import type { Dose, ToxinProduct } from './units';

export const COVER_STATES = [
  'covered',
  'units-short',
  'expires-before-due',
  'missing',
  'not-needed',
] as const;
export type CoverState = (typeof COVER_STATES)[number];

export interface Authorization {
  readonly product: ToxinProduct;
  /** Absent: it holds for every indication. */
  readonly indication?: IndicationSlug | null;
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
  readonly dueOn: PlainDate;
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug;
  /** Without it only what is used up is known to be short. */
  readonly plannedDose?: Dose;
  readonly authorizations: readonly Authorization[];
}

/** The best answer wins when there are several authorizations. */
const BEST_FIRST: readonly CoverState[] = ['covered', 'units-short', 'expires-before-due', 'missing'];

/**
 * Does a prior authorization cover the next session on the day it falls due?
 *
 * It must be in force on that day, its first and last day included, have a session left, and have billing units left
 * for the planned dose, a started billing unit counting as whole. `usual` coverage needs none.
 */
export function authorizationFor(question: CoverQuestion): CoverState {
  if (question.coverage !== 'pa_usual') return 'not-needed';
  const states = question.authorizations
    .filter(
      (each) =>
        each.product === question.product && (each.indication ?? question.indication) === question.indication,
    )
    .map((each) => stateOf(each, question));
  return BEST_FIRST.find((state) => states.includes(state)) ?? 'missing';
}

function stateOf(authorization: Authorization, { dueOn, plannedDose }: CoverQuestion): CoverState {
  if (authorization.startsOn > dueOn) return 'missing';
  if (authorization.endsOn < dueOn) return 'expires-before-due';
  const { sessionsApproved, sessionsUsed, billingUnitsApproved, billingUnitsUsed } = authorization;
  const sessionsLeft = (sessionsApproved ?? Infinity) - sessionsUsed;
  const unitsLeft = (billingUnitsApproved ?? Infinity) - billingUnitsUsed;
  const enough =
    sessionsLeft >= 1 && unitsLeft > 0 && unitsLeft >= unitsNeeded(authorization.product, plannedDose);
  return enough ? 'covered' : 'units-short';
}

/** Billing units of another product say nothing about this authorization. */
function unitsNeeded(product: ToxinProduct, plannedDose: Dose | undefined): number {
  return plannedDose?.product === product ? Math.ceil(billingUnits(plannedDose)) : 0;
}
