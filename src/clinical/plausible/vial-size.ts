import { PRODUCTS } from '../catalogue/products';
import type { Finding } from '../finding';
import type { ProposedSession } from '../session-check/proposed-session';
import { TOXIN_PRODUCTS } from '../units';
import { unitsText } from '../doses/dose-cap';

/**
 * Does the product come in vials of this size (S28)?
 *
 * A size of another product is likely a mix-up of the two. A size that may exist is noted only.
 */
export function vialSizeFindings({ product, vials = [] }: ProposedSession): readonly Finding[] {
  const { brand, vialUnits: sizes, vialSource, doubtfulVials } = PRODUCTS[product];
  return vials.flatMap(({ vialUnits, lotNumber }, index): readonly Finding[] => {
    const size: number = vialUnits;
    if (sizes.includes(size)) return [];
    const at = { code: 'S28', pointer: `/vials/${index}/vialUnits` } as const;
    const doubt = doubtfulVials.find(({ units }) => units === size);
    if (doubt) {
      const message = `Lot ${lotNumber}, ${unitsText(product, size)}: ${doubt.why}. Check the vial.`;
      return [{ ...at, severity: 'note', message, sourceText: `Vials of ${brand} (${doubt.source})` }];
    }
    const known = sizes.map((units) => units.toLocaleString('en-US')).join(', ');
    const others = TOXIN_PRODUCTS.filter((other) => PRODUCTS[other].vialUnits.includes(size));
    const hint =
      others.length > 0
        ? ` ${size.toLocaleString('en-US')} U is a vial of ${others.map((other) => PRODUCTS[other].brand).join(' or ')}.`
        : '';
    const message = `Lot ${lotNumber}: ${brand} comes in vials of ${known} U, not of ${size.toLocaleString('en-US')} U.${hint} Correct the size or the product, or give the reason.`;
    return [{ ...at, severity: 'confirm', message, sourceText: `Vials of ${brand} (${vialSource})` }];
  });
}
