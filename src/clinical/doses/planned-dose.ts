import { doseOf, type Dose, type ToxinProduct } from '../units';

/** The next dose is expected to be the last one, as long as the product stays the same; else it is not known. */
export function plannedDose(
  plannedProduct: ToxinProduct,
  lastSession: { readonly product: ToxinProduct; readonly totalUnits: number } | undefined,
): Dose | undefined {
  if (lastSession?.product !== plannedProduct) return undefined;
  return doseOf(plannedProduct, lastSession.totalUnits);
}
