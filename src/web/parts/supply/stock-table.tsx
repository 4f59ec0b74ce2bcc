import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { capitalised } from '../../../clinical/words';
import type { StockItemView } from '../../../records/supply/stock/stock.dto';
import type { LotView } from '../../../records/supply/supply.dto';
import { CardTable } from '../page/card-table';
import { dayWords, shortDay } from '../../shared/day-text';

/** What is here by product and size of vial; units stand beside their product. */
export function StockTable({
  items,
  today,
}: {
  readonly items: readonly StockItemView[];
  readonly today: PlainDate;
}) {
  if (items.length === 0)
    return <p>Nothing is in stock. Receive a lot to keep one: sessions work without.</p>;
  return (
    <CardTable
      title="What is here"
      heads={['Vial', 'Closed', 'First to expire', 'Open', 'On hold', 'Expired', 'For one patient']}
      rows={items.map((item) => ({
        key: `${item.product} ${item.vialUnits}`,
        cells: [
          vialWords(item),
          item.vials,
          item.nextExpiresOn ? dayWords(item.nextExpiresOn, today) : '–',
          item.vialsOpen,
          item.vialsOnHold,
          item.vialsExpired,
          item.vialsForPatients,
        ],
      }))}
    />
  );
}

/** The lots, the first to expire first, each with the way to who got of it. */
export function LotTable({ lots, today }: { readonly lots: readonly LotView[]; readonly today: PlainDate }) {
  return (
    <CardTable
      title="Lots"
      heads={['Lot', 'Vial', 'Closed, of', 'Last day of use', 'State']}
      rows={lots.map((lot) => ({
        key: lot.id,
        cells: [
          <a href={`/lots/${lot.id}`}>{lot.lotNumber}</a>,
          vialWords(lot),
          `${lot.vialsUnopened} of ${lot.vials}`,
          shortDay(lot.expiresOn, today),
          stateWords(lot, today),
        ],
      }))}
    />
  );
}

function vialWords({ product, vialUnits }: Pick<LotView, 'product' | 'vialUnits'>): string {
  return `${vialUnits.toLocaleString('en-US')} U ${PRODUCTS[product].brand}`;
}

function stateWords({ holdReason, arrivedOn, expiresOn, patientId }: LotView, today: PlainDate): string {
  const states = [
    ...(holdReason === null ? [] : [`on hold: ${holdReason}`]),
    ...(expiresOn < today ? ['expired'] : []),
    ...(arrivedOn === null ? ['not here yet'] : []),
    ...(patientId === null ? [] : ['for one patient']),
  ];
  return capitalised(states.join(', ') || 'usable');
}
