import type { Dose, ToxinProduct } from '../units';
import { TOXIN_PRODUCTS } from '../units';
import type { ProductFacts } from './product-row';
import { PRODUCT_ROWS } from './product-rows';

export interface Product extends ProductFacts {
  readonly slug: ToxinProduct;
}

/** What is shown of each product. The hours of use after reconstitution are rules: `S11.*` in `session-rules.ts`. */
export const PRODUCTS = Object.fromEntries(
  TOXIN_PRODUCTS.map((slug) => [slug, { slug, ...PRODUCT_ROWS[slug].facts }]),
) as unknown as Readonly<Record<ToxinProduct, Product>>;

/** HCPCS units of a dose, to a hundredth: 640 U Dysport are 128, 155 U Botox are 155. */
export function billingUnits(dose: Dose): number {
  return Math.round((dose.units * 100) / PRODUCTS[dose.product].unitsPerBillingUnit) / 100;
}
