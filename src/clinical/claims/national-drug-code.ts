import type { ToxinProduct } from '../units';

/**
 * Vials of the US market by their content: labeler, product and package as printed. A vial may have others: its box
 * decides. Where a product or a size has none here, the claim says that it is missing.
 */
const PRINTED: Readonly<
  Partial<Record<ToxinProduct, Readonly<Record<number, { readonly code: string; readonly source: string }>>>>
> = {
  ona: { 100: { code: '0023-1145-01', source: 'V:OR-PDL' }, 200: { code: '0023-3921-02', source: 'M' } },
  abo: {
    300: { code: '15054-0530-06', source: 'V:OR-PDL' },
    500: { code: '15054-0500-01', source: 'V:OR-PDL' },
  },
  inco: {
    50: { code: '0259-1605-01', source: 'V:OR-PDL' },
    100: { code: '0259-1610-01', source: 'V:OR-PDL' },
    200: { code: '0259-1620-01', source: 'V:OR-PDL' },
  },
  rima: {
    2500: { code: '10454-0710-10', source: 'M' },
    5000: { code: '10454-0711-10', source: 'M' },
    10000: { code: '10454-0712-10', source: 'M' },
  },
  daxi: { 100: { code: '72960-0112-01', source: 'V:OR-PDL' } },
};

/**
 * A national drug code in the eleven digits of a claim: labeler 5, product 4, package 2, without hyphens.
 *
 * Ten digits are filled up in the part that is short; without hyphens nobody can tell which that is: undefined.
 */
export function elevenDigits(printed: string): string | undefined {
  const compact = /^\d{11}$/.exec(printed.trim())?.[0];
  if (compact) return compact;
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(printed.trim())?.slice(1);
  if (!parts || parts.join('').length < 10) return undefined;
  return [5, 4, 2].map((length, index) => parts[index]!.padStart(length, '0')).join('');
}

/** The code of a vial of this content, where one is known. */
export function drugCodeOf(
  product: ToxinProduct,
  vialUnits: number,
): { readonly code: string; readonly source: string } | undefined {
  const known = PRINTED[product]?.[vialUnits];
  return known && { code: elevenDigits(known.code)!, source: known.source };
}
