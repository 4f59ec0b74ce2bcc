import type { PlainDate } from '../calendar';
import { PRODUCTS } from '../catalogue/products';
import { toHundredth } from '../numbers';
import type { EarlierDoseOf } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import type { Elsewhere } from './told-dose';

/** `Botox Cosmetic given elsewhere (forehead) on 2026-10-01`. */
export function elsewhereText(
  { brand, region, indication }: Elsewhere,
  product: ToxinProduct | null,
  on: PlainDate,
): string {
  const name = brand ?? (product ? PRODUCTS[product].brand : 'toxin');
  const place = region ?? indication;
  return `${name} given elsewhere${place ? ` (${place})` : ''} on ${on}`;
}

/** What of a sum others gave, as its end: `, with 100 U Botox given elsewhere (bladder) on 2026-10-01`. */
export function countedElsewhere<P extends ToxinProduct>(doses: readonly EarlierDoseOf<P>[]): string {
  const told = doses.flatMap(({ elsewhere, dose, performedOn }) => {
    if (!elsewhere) return [];
    const units = `${toHundredth(dose.units).toLocaleString('en-US')} U`;
    return [`${units} ${elsewhereText(elsewhere, dose.product, performedOn)}`];
  });
  return told.length === 0 ? '' : `, with ${told.join(' and ')}`;
}
