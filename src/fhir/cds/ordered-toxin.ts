import { PRODUCTS } from '../../clinical/catalogue/products';
import { drugCodeOf, elevenDigits } from '../../clinical/claims/national-drug-code';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { NDC, ownSystem } from '../codes';
import { list, record, text } from './foreign';

export interface OrderedToxin {
  readonly product: ToxinProduct;
  /** Units in one dose; undefined: not said, or not in units. */
  readonly units: number | undefined;
}

const UNIT = /^(u|\[u\]|units?|iu|\[iu\]|\[arb'?u\]|\[usp'u\])$/i;

/**
 * Is this an order of a toxin, of which, and of how many units?
 *
 * A product is known by our code, by the NDC of a vial, or by its brand or generic name in the text; where these name two,
 * it is none. Units are those of one dose in the first dosage instruction.
 */
export function orderedToxin(order: Record<string, unknown>): OrderedToxin | undefined {
  if (order.resourceType !== 'MedicationRequest') return undefined;
  const concept = record(order.medicationCodeableConcept);
  const codings = list(concept.coding);
  const named = [text(concept.text), ...codings.map(({ display }) => text(display))].flatMap(
    (said) => said ?? [],
  );
  const products = TOXIN_PRODUCTS.filter(
    (product) =>
      codings.some((coding) => isCodeOf(product, coding)) || named.some((said) => names(product, said)),
  );
  const [product] = products;
  if (product === undefined || products.length > 1) return undefined;
  return { product, units: unitsOf(order) };
}

function isCodeOf(product: ToxinProduct, { system, code }: Record<string, unknown>): boolean {
  if (typeof code !== 'string') return false;
  if (system === ownSystem('product')) return code === product;
  if (system !== NDC) return false;
  const digits = elevenDigits(code);
  return (
    digits !== undefined &&
    PRODUCTS[product].vialUnits.some((content) => drugCodeOf(product, content)?.code === digits)
  );
}

function names(product: ToxinProduct, said: string): boolean {
  const { brand, generic } = PRODUCTS[product];
  const words = said.toLowerCase().match(/[a-z]+/g) ?? [];
  return [brand, generic].some((name) => words.some((word) => word === name.toLowerCase()));
}

function unitsOf(order: Record<string, unknown>): number | undefined {
  const [instruction] = list(order.dosageInstruction);
  const [rate] = list(record(instruction).doseAndRate);
  const { value, unit, code } = record(record(rate).doseQuantity);
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
  const inUnits = [unit, code].some((word) => typeof word === 'string' && UNIT.test(word.trim()));
  return inUnits ? value : undefined;
}
