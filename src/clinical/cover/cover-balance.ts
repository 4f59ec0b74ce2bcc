import { addDays, daysBetween, type PlainDate } from '../calendar';
import { billingUnits } from '../catalogue/products';
import type { IndicationSlug } from '../catalogue/indications';
import type { Authorization } from './cover';
import type { Dose, ToxinProduct } from '../units';
import { counted } from '../words';

/** A booked visit that is still to come, of a patient who has an authorization. */
export interface ReservingVisit {
  readonly on: PlainDate;
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug;
  /** Without it a session is reserved and no units are. */
  readonly plannedDose?: Dose;
}

/** What is left of an authorization; units are billing units of its product, null where it has no limit. */
export interface CoverBalance {
  readonly billingUnitsReserved: number;
  /** Below zero: more is used and booked than was approved. */
  readonly billingUnitsLeft: number | null;
  readonly sessionsReserved: number;
  readonly sessionsLeft: number | null;
  /** Days on which it can still be used, today and its last day included. */
  readonly daysLeft: number;
}

/**
 * What is left of each authorization of a patient when booked visits have had their part?
 *
 * A visit reserves a session and its planned dose, a started billing unit counting as whole, of one authorization: one of whose
 * days it falls on, of its product and treatment, while the patient is still with this insurer. Of several it is the one
 * that lacks least for it when earlier visits have had theirs, a session counting before units; of those that have enough, the
 * one that ends first, for the other ones can still be used after it. What is left is what was approved less what was used and
 * reserved.
 */
export function coverBalances<A extends Authorization>(
  authorizations: readonly A[],
  visits: readonly ReservingVisit[],
  today: PlainDate,
): (A & CoverBalance)[] {
  const balances = authorizations.map((authorization) => ({
    ...authorization,
    ...afterReserving(authorization, { billingUnitsReserved: 0, sessionsReserved: 0 }),
    daysLeft: daysLeft(authorization, today),
  }));
  for (const visit of visits.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const [payer] = balances
      .filter((balance) => reserves(visit, balance, today))
      .toSorted((a, b) => lacks(a, visit) - lacks(b, visit) || a.endsOn.localeCompare(b.endsOn));
    if (!payer) continue;
    const billingUnitsReserved = payer.billingUnitsReserved + unitsOf(visit);
    const sessionsReserved = payer.sessionsReserved + 1;
    Object.assign(payer, afterReserving(payer, { billingUnitsReserved, sessionsReserved }));
  }
  return balances;
}

type Reserved = Pick<CoverBalance, 'billingUnitsReserved' | 'sessionsReserved'>;

function afterReserving(authorization: Authorization, reserved: Reserved): Omit<CoverBalance, 'daysLeft'> {
  const { billingUnitsApproved, billingUnitsUsed, sessionsApproved, sessionsUsed } = authorization;
  return {
    ...reserved,
    billingUnitsLeft: left(billingUnitsApproved, billingUnitsUsed + reserved.billingUnitsReserved),
    sessionsLeft: left(sessionsApproved, sessionsUsed + reserved.sessionsReserved),
  };
}

/** More than the units of any visit. */
const LACKS_A_SESSION = 1_000_000;

function lacks(
  { billingUnitsLeft, sessionsLeft }: Pick<CoverBalance, 'billingUnitsLeft' | 'sessionsLeft'>,
  visit: ReservingVisit,
): number {
  const units = billingUnitsLeft === null ? 0 : Math.max(0, unitsOf(visit) - billingUnitsLeft);
  return sessionsLeft !== null && sessionsLeft < 1 ? LACKS_A_SESSION + units : units;
}

/** `45 of 400 billing units left (200 used, 155 booked), 1 of 4 sessions left (2 used, 1 booked), 38 days left`. */
export function balanceText(
  { billingUnitsApproved, billingUnitsUsed, sessionsApproved, sessionsUsed }: Authorization,
  balance: CoverBalance,
): string {
  const units = amountText(billingUnitsApproved, 'billing units', {
    used: billingUnitsUsed,
    reserved: balance.billingUnitsReserved,
    left: balance.billingUnitsLeft,
  });
  const sessions = amountText(sessionsApproved, 'sessions', {
    used: sessionsUsed,
    reserved: balance.sessionsReserved,
    left: balance.sessionsLeft,
  });
  return [...units, ...sessions, `${counted(balance.daysLeft, 'day')} left`].join(', ');
}

interface Amounts {
  readonly used: number;
  readonly reserved: number;
  readonly left: number | null;
}

function amountText(approved: number | null | undefined, of: string, amounts: Amounts): string[] {
  const { used, reserved } = amounts;
  if (approved === null || approved === undefined || amounts.left === null) return [];
  const gone = [used ? `${used} used` : '', reserved ? `${reserved} booked` : ''].filter(Boolean);
  const because = gone.length > 0 ? ` (${gone.join(', ')})` : '';
  if (amounts.left < 0) return [`${-amounts.left} ${of} more than the ${approved} approved${because}`];
  return [`${amounts.left} of ${approved} ${of} left${because}`];
}

function reserves(visit: ReservingVisit, authorization: Authorization, today: PlainDate): boolean {
  const { product, indication, ofOtherInsurer, startsOn, endsOn } = authorization;
  return (
    !ofOtherInsurer &&
    visit.on >= today &&
    startsOn <= visit.on &&
    visit.on <= endsOn &&
    visit.product === product &&
    (indication ?? visit.indication) === visit.indication
  );
}

/** A dose of another product than the visit's says nothing of it. */
function unitsOf({ product, plannedDose }: ReservingVisit): number {
  return plannedDose?.product === product ? Math.ceil(billingUnits(plannedDose)) : 0;
}

function left(approved: number | null | undefined, gone: number): number | null {
  if (approved === null || approved === undefined) return null;
  return Math.round((approved - gone) * 100) / 100;
}

function daysLeft({ startsOn, endsOn }: Authorization, today: PlainDate): number {
  const from = startsOn > today ? startsOn : today;
  return Math.max(0, daysBetween(from, addDays(endsOn, 1)));
}
