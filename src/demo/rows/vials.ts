import { addDays, type PlainDate } from '../../clinical/calendar';
import { PRODUCT_ROWS } from '../../clinical/catalogue/product-rows';
import { PRODUCTS } from '../../clinical/catalogue/products';
import type { ToxinProduct } from '../../clinical/units';
import type { SessionVial } from '../../records/sessions/vial.entity';
import { demoId, seededRandom } from '../seeded-random';
import { momentAt } from '../wall-clock';
import { toHundredth } from '../../clinical/numbers';

/** Units in a millilitre as this clinic makes them up; Myobloc comes ready to use. */
export const UNITS_PER_ML: Readonly<Record<ToxinProduct, number>> = {
  ona: 50,
  abo: 500,
  inco: 50,
  rima: 5000,
  daxi: 50,
};

const LOT_LASTS_DAYS = 120;

/** The vials opened for a session: what was given and what was discarded together are their content. */
export function vialsFor(
  of: { sessionId: string; product: ToxinProduct; units: number; performedOn: PlainDate; daysAgo: number },
  zone: string,
): SessionVial[] {
  const { sessionId, product, performedOn } = of;
  const sizes = vialsHolding(of.units, PRODUCTS[product].vialUnits);
  const discarded = sizes.reduce((sum, size) => sum + size, 0) - of.units;
  const openedAt = momentAt(zone, performedOn, '08:15');
  const made = PRODUCT_ROWS[product].solution === null;
  return sizes.map((vialUnits, position) => ({
    sessionId,
    position,
    vialId: null,
    ...lotOf(product, vialUnits, of),
    vialUnits,
    openedAt,
    reconstitutedAt: made ? openedAt : null,
    diluentMl: made ? vialUnits / UNITS_PER_ML[product] : null,
    unitsDiscarded: position === sizes.length - 1 ? toHundredth(discarded) : 0,
  }));
}

/** Full vials of the largest size, then the smallest one that holds the rest. */
function vialsHolding(units: number, sizes: readonly number[]): number[] {
  const largest = Math.max(...sizes);
  const full = Math.floor(units / largest);
  const rest = units - full * largest;
  const last = sizes.filter((size) => size >= rest).toSorted((a, b) => a - b)[0]!;
  return [...Array<number>(full).fill(largest), ...(rest > 0 ? [last] : [])];
}

/** A lot is in use for some months; counted from the day the clinic is made, as everything here. */
export function lotOf(
  product: ToxinProduct,
  vialUnits: number,
  { performedOn, daysAgo }: { performedOn: PlainDate; daysAgo: number },
): { lotNumber: string; expiresOn: PlainDate } {
  const lot = Math.floor(daysAgo / LOT_LASTS_DAYS);
  const startedOn = addDays(performedOn, daysAgo - (lot + 1) * LOT_LASTS_DAYS);
  return {
    lotNumber: `DEMO-${demoId('lot', product, vialUnits, lot).slice(0, 6).toUpperCase()}`,
    expiresOn: addDays(startedOn, 360 + seededRandom('expiry', product, vialUnits, lot).whole(0, 300)),
  };
}
