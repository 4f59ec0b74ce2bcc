import { PRODUCTS } from '../catalogue/products';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../units';

/**
 * Names under which a toxin is given elsewhere, cosmetic and foreign ones too (`M`). A brand of one of our products is
 * counted in its units; the others are products of their own, whose units are added to nothing.
 */
const BRANDS: Readonly<Record<string, ToxinProduct | null>> = {
  'Botox Cosmetic': 'ona',
  Vistabel: 'ona',
  'Dysport aesthetic': 'abo',
  Azzalure: 'abo',
  'Xeomin aesthetic': 'inco',
  Bocouture: 'inco',
  NeuroBloc: 'rima',
  Jeuveau: null,
  Letybo: null,
  Relfydess: null,
};

const KNOWN: readonly (readonly [string, ToxinProduct | null])[] = [
  ...TOXIN_PRODUCTS.map((product) => [PRODUCTS[product].brand, product] as const),
  ...Object.entries(BRANDS),
];

/** To be proposed where a brand is typed. */
export const BRAND_NAMES: readonly string[] = KNOWN.map(([name]) => name);

const BY_NAME = new Map<string, ToxinProduct | null>([
  ...TOXIN_PRODUCTS.map((product) => [plainName(PRODUCTS[product].generic), product] as const),
  ...KNOWN.map(([name, product]) => [plainName(name), product] as const),
]);

/** Words that say that it was not the brand that they stand beside. */
const NOT_IT = /\b(?:not|like|generic|similar|unlike|fake)\b/i;

/**
 * Which of our products is sold under this name? Null: none of them, or a name that we do not know. Among other words the
 * one name that stands there counts, `Botox, 50 U at a spa`; of two nobody knows which.
 */
export function productOfBrand(brand: string): ToxinProduct | null {
  const whole = BY_NAME.get(plainName(brand));
  if (whole !== undefined || NOT_IT.test(brand)) return whole ?? null;
  const words = brand.toLowerCase().split(/[^a-z0-9]+/);
  const named = new Set(words.flatMap((word) => (BY_NAME.has(word) ? [BY_NAME.get(word)!] : [])));
  return named.size === 1 ? [...named][0]! : null;
}

/** Case, spaces, hyphens and marks of registration do not matter: `BOTOX® cosmetic`. */
function plainName(brand: string): string {
  return brand.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
