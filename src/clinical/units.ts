import { toHundredth } from './numbers';

/** The five products on the US market, by the short code that every record uses. */
export const TOXIN_PRODUCTS = ['ona', 'abo', 'inco', 'rima', 'daxi'] as const;
export type ToxinProduct = (typeof TOXIN_PRODUCTS)[number];

declare const units: unique symbol;

/** Potency units of one product. Units of two products are never compared, added or converted. */
export type ToxinUnits<P extends ToxinProduct> = number & { readonly [units]: (product: P) => P };

/** Units of one product beside that product: narrow on `product` before reading `units`. */
export type Dose = {
  [P in ToxinProduct]: { readonly product: P; readonly units: ToxinUnits<P> };
}[ToxinProduct];

/** @throws RangeError when the number is not finite or is below zero. */
export function toxinUnits<P extends ToxinProduct>(_product: P, amount: number): ToxinUnits<P> {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`Not a number of units: ${amount}`);
  return amount as ToxinUnits<P>;
}

/** The sum of units of one product, to a hundredth; a list that mixes products does not compile. */
export function totalUnits<P extends ToxinProduct>(amounts: readonly ToxinUnits<P>[]): ToxinUnits<P> {
  const sum = amounts.reduce((total: number, amount) => total + amount, 0);
  return toHundredth(sum) as ToxinUnits<P>;
}
