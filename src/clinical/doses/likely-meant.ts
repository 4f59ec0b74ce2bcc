import { PRODUCTS } from '../catalogue/products';
import type { UsualRange } from '../catalogue/usual-range';
import { toHundredth } from '../numbers';
import type { ToxinProduct } from '../units';
import { TOXIN_PRODUCTS } from '../units';
import { unitsText } from './dose-cap';

/** What is usual of each product in the place or session that is asked about. */
export type UsualOf = (product: ToxinProduct) => UsualRange | undefined;

/** Products differ in scale when what is usual of one is at least so many times what is usual of the other. */
const SCALE = 2;
const ZEROS = [
  { times: 10, words: 'a zero' },
  { times: 100, words: 'two zeros' },
  { times: 1000, words: 'three zeros' },
] as const;

/**
 * What was likely meant by a number that is far above what is usual, "" when nothing fits better.
 *
 * A number typed for another product is usual of that product, whose units come in another size; a number with a zero
 * too many is usual without it. The typed number is held against each product's own range: nothing is converted.
 */
export function meantInsteadOfSoMuch(product: ToxinProduct, typed: number, usualOf: UsualOf): string {
  const own = usualOf(product);
  if (!own) return '';
  const others = fitsInsteadOfSoMuch(product, typed, usualOf);
  const slip = ZEROS.find(({ times }) => isWithin(typed / times, own));
  const meant = slip && unitsText(product, toHundredth(typed / slip.times));
  return [
    ...(others.length > 0 ? [asOther(typed, others, usualOf)] : []),
    ...(slip ? [`Was ${meant} meant (${slip.words} too many)?`] : []),
  ].join(' ');
}

/** The products of which a number far above what is usual would be an ordinary one, none when nothing fits better. */
export function fitsInsteadOfSoMuch(
  product: ToxinProduct,
  typed: number,
  usualOf: UsualOf,
): readonly ToxinProduct[] {
  const own = usualOf(product);
  if (!own) return [];
  return productsOfUsual(usualOf, (usual) => usual.to >= SCALE * own.to && isWithin(typed, usual));
}

/** The products of which a number far below what is usual would be an ordinary one, none when nothing fits better. */
export function fitsInsteadOfSoLittle(
  product: ToxinProduct,
  typed: number,
  usualOf: UsualOf,
  low: number,
): readonly ToxinProduct[] {
  const own = usualOf(product);
  if (!own) return [];
  return productsOfUsual(
    usualOf,
    (usual) => SCALE * usual.to <= own.to && typed >= low * usual.from && typed <= usual.to,
  );
}

/** "5,000 U would be usual of Myobloc (2,500-10,000 U): was that given?" */
export function asOther(typed: number, others: readonly ToxinProduct[], usualOf: UsualOf): string {
  const each = others.map((product) => `${PRODUCTS[product].brand} (${rangeText(usualOf(product)!)})`);
  return `${toHundredth(typed).toLocaleString('en-US')} U would be usual of ${each.join(' or ')}: was that given?`;
}

export function rangeText({ from, to }: UsualRange): string {
  const [low, high] = [from, to].map((units) => units.toLocaleString('en-US'));
  if (from === to) return `${high} U`;
  return from === 0 ? `up to ${high} U` : `${low}-${high} U`;
}

function isWithin(units: number, { from, to }: UsualRange): boolean {
  return units >= from && units <= to;
}

function productsOfUsual(usualOf: UsualOf, fits: (usual: UsualRange) => boolean): readonly ToxinProduct[] {
  return TOXIN_PRODUCTS.filter((product) => {
    const usual = usualOf(product);
    return usual !== undefined && fits(usual);
  });
}
