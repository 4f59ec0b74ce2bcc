import type { IndicationSlug } from '../catalogue/indications';
import type { ToxinProduct } from '../units';

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
