import { addDays, type PlainDate } from '../../clinical/calendar';
import type { ToxinProduct } from '../../clinical/units';
import type { Lot } from '../../records/supply/lot.entity';
import type { StockVial } from '../../records/supply/stock-vial.entity';
import { NEUROLOGIST } from '../demo-users';
import { demoId } from '../seeded-random';
import type { DemoStock, Row } from './rows';
import { lotOf } from './vials';

interface Shelf {
  readonly product: ToxinProduct;
  readonly vialUnits: number;
  readonly vials: number;
  /** Left out: the lot that is in use, with the expiry that its sessions name. */
  readonly expiresInDays?: number;
}

const SHELVES: readonly Shelf[] = [
  { product: 'ona', vialUnits: 100, vials: 3, expiresInDays: 24 },
  { product: 'ona', vialUnits: 100, vials: 9 },
  { product: 'ona', vialUnits: 200, vials: 14 },
  { product: 'abo', vialUnits: 500, vials: 5 },
  { product: 'inco', vialUnits: 100, vials: 6 },
  { product: 'rima', vialUnits: 5000, vials: 2 },
];

const ARRIVED_DAYS_AGO = 12;

/** What is in stock on a day. */
export function stockOn(today: PlainDate): DemoStock {
  const stocked = SHELVES.map((shelf) => shelfRows(shelf, today));
  return {
    lots: stocked.map(({ lot }) => lot),
    vials: stocked.flatMap(({ vials }) => vials),
    movements: stocked.flatMap(({ movements }) => movements),
  };
}

function shelfRows(shelf: Shelf, today: PlainDate) {
  const { product, vialUnits, expiresInDays } = shelf;
  const id = demoId('stock lot', product, vialUnits, expiresInDays ?? '');
  const inUse = lotOf(product, vialUnits, { performedOn: today, daysAgo: 0 });
  const lot: Row<Lot> = {
    id,
    product,
    vialUnits,
    ...(expiresInDays === undefined
      ? inUse
      : { lotNumber: `DEMO-${id.slice(0, 6).toUpperCase()}`, expiresOn: addDays(today, expiresInDays) }),
    gtin: null,
    supplier: 'clinic',
    patientId: null,
    orderedOn: null,
    shippedOn: null,
    arrivedOn: addDays(today, -ARRIVED_DAYS_AGO),
    fridge: 'Refrigerator 1',
    heldAt: null,
    holdReason: null,
    releasedAt: null,
    releasedBy: null,
    releaseReason: null,
    version: 1,
  };
  const vials = Array.from({ length: shelf.vials }, (_, at): Row<StockVial> => ({
    id: demoId('stock vial', id, at),
    lotId: id,
    serial: null,
    openedAt: null,
    reconstitutedAt: null,
    diluentMl: null,
    storage: null,
    version: 1,
  }));
  const movements = vials.map((vial) => ({
    id: demoId('stock movement', vial.id),
    vialId: vial.id,
    fromAccount: 'supply' as const,
    toAccount: 'vial' as const,
    units: vialUnits,
    sessionRootId: null,
    reason: null,
    movedBy: NEUROLOGIST.id,
  }));
  return { lot, vials, movements };
}
