import { toHundredth } from './numbers';
import { PRODUCT_ROWS } from './catalogue/product-rows';

/** A product by the short code that every record uses. */
export type ToxinProduct = keyof typeof PRODUCT_ROWS;
export const TOXIN_PRODUCTS = Object.keys(PRODUCT_ROWS) as readonly ToxinProduct[];

declare const units: unique symbol;

/** Potency units of one product. Units of two products are never compared, added or converted. */
export type ToxinUnits<P extends ToxinProduct> = number & { readonly [units]: (product: P) => P };

/** Units of one product beside that product: narrow on `product` before reading `units`. */
export type Dose<Q extends ToxinProduct = ToxinProduct> = {
  [P in Q]: { readonly product: P; readonly units: ToxinUnits<P> };
}[Q];

/** @throws RangeError when the number is not finite or is below zero. */
export function toxinUnits<P extends ToxinProduct>(_product: P, amount: number): ToxinUnits<P> {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`Not a number of units: ${amount}`);
  return amount as ToxinUnits<P>;
}

/** A dose of a product that is known only when it is read. @throws RangeError as `toxinUnits` does. */
export function doseOf<P extends ToxinProduct>(product: P, amount: number): Dose<P> {
  return { product, units: toxinUnits(product, amount) };
}

/** The sum of units of one product, to a hundredth; a list that mixes products does not compile. */
export function totalUnits<P extends ToxinProduct>(amounts: readonly ToxinUnits<P>[]): ToxinUnits<P> {
  const sum = amounts.reduce((total: number, amount) => total + amount, 0);
  return toHundredth(sum) as ToxinUnits<P>;
}
