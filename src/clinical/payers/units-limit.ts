import { addDays, type PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { billingUnits } from '../catalogue/products';
import { doseOf, type ToxinProduct } from '../units';

/** The most that a payer pays for in 84 days. */
export interface UnitsLimit {
  readonly product: ToxinProduct;
  /** Null: in every indication that has no limit of its own. */
  readonly indication: IndicationSlug | null;
  /** In HCPCS billing units of the product, not in its potency units. */
  readonly billingUnits: number;
}

/** The limit for this treatment, where the payer has one: its indication's own before that of every other. */
export function unitsLimitFor(
  limits: readonly UnitsLimit[],
  course: { readonly indication: IndicationSlug; readonly product: ToxinProduct },
): UnitsLimit | undefined {
  const ofProduct = limits.filter(({ product }) => product === course.product);
  return (
    ofProduct.find(({ indication }) => indication === course.indication) ??
    ofProduct.find(({ indication }) => indication === null)
  );
}

/** What was given of one product on a day, in its potency units. */
export interface GivenUnits {
  readonly performedOn: PlainDate;
  readonly units: number;
}

/** Payers count so many days (V:DAX-CB, V:MYO-MAG). */
export const COUNTED_DAYS = 84;

export interface CountedUnits {
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly billingUnits: number;
}

/** Billing units given in the 84 days that end on this day: it and the 83 before it. */
export function countedUntil(
  toOn: PlainDate,
  product: ToxinProduct,
  given: readonly GivenUnits[],
): CountedUnits {
  const fromOn = addDays(toOn, 1 - COUNTED_DAYS);
  const units = given
    .filter(({ performedOn }) => fromOn <= performedOn && performedOn <= toOn)
    .reduce((sum, dose) => sum + dose.units, 0);
  return { fromOn, toOn, billingUnits: billingUnits(doseOf(product, units)) };
}
