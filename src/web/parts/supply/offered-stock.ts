import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import type { StockVialView } from '../../../records/supply/supply.dto';
import type { StockVialRow } from '../../browser/grid-state/grid-state';
import { fieldText } from '../../browser/grid-state/grid-start';
import { wallTimeAt } from '../../../clinical/schedule/wall-clock';

/** Nobody opens more of one lot for one session. */
const CLOSED_OF_A_LOT = 8;

type Vial = Pick<
  StockVialView,
  | 'id'
  | 'lotId'
  | 'product'
  | 'lotNumber'
  | 'expiresOn'
  | 'vialUnits'
  | 'openedAt'
  | 'reconstitutedAt'
  | 'diluentMl'
>;

/** Usable vials as the log form offers them by product: those that are open, then the first to expire. */
export function offeredStock(
  vials: readonly Vial[],
  zone: string,
): Readonly<Partial<Record<ToxinProduct, readonly StockVialRow[]>>> {
  const closed = new Map<string, number>();
  const offered = vials.filter(({ lotId, openedAt }) => {
    if (openedAt !== null) return true;
    const before = closed.get(lotId) ?? 0;
    closed.set(lotId, before + 1);
    return before < CLOSED_OF_A_LOT;
  });
  const inOrder = [...offered.filter(isOpen), ...offered.filter((vial) => !isOpen(vial))];
  return Object.fromEntries(
    TOXIN_PRODUCTS.map((product) => [
      product,
      inOrder.filter((vial) => vial.product === product).map((vial) => rowOf(vial, zone)),
    ]),
  );
}

function isOpen({ openedAt }: Vial): boolean {
  return openedAt !== null;
}

function rowOf(vial: Vial, zone: string): StockVialRow {
  const { id, lotNumber, expiresOn, vialUnits, openedAt, reconstitutedAt, diluentMl } = vial;
  return {
    stock: { id, state: reconstitutedAt ? 'reconstituted' : openedAt ? 'open' : 'closed' },
    lotNumber,
    expiresOn,
    vialUnits: fieldText(vialUnits),
    reconstitutedAt: reconstitutedAt ? wallTimeAt(reconstitutedAt, zone) : '',
    diluentMl: fieldText(diluentMl),
  };
}
