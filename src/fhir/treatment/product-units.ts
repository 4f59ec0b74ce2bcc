import type { Quantity } from 'fhir/r4';
import { PRODUCTS } from '../../clinical/catalogue/products';
import type { ToxinProduct } from '../../clinical/units';
import { ownSystem } from '../codes';

/** Units of one product, in a code of that product: a unit of UCUM would let two products be added. */
export function productUnits(product: ToxinProduct, value: number): Quantity {
  return {
    value,
    unit: `U ${PRODUCTS[product].brand}`,
    system: ownSystem('product-unit'),
    code: product,
  };
}
