import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { capitalised } from '../../../clinical/words';
import type { LotView, StockItemView } from '../../../records/supply/supply.dto';
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
    <div class="scroll" tabIndex={0} role="region" aria-label="What is here">
      <table class="table">
        <caption>What is here</caption>
        <thead>
          <tr>
            <th scope="col">Vial</th>
            <th scope="col">Closed</th>
            <th scope="col">First to expire</th>
            <th scope="col">Open</th>
            <th scope="col">On hold</th>
            <th scope="col">Expired</th>
            <th scope="col">For one patient</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.product} ${item.vialUnits}`}>
              <th scope="row">{vialWords(item)}</th>
              <td>{item.vials}</td>
              <td>{item.nextExpiresOn ? dayWords(item.nextExpiresOn, today) : '–'}</td>
              <td>{item.vialsOpen}</td>
              <td>{item.vialsOnHold}</td>
              <td>{item.vialsExpired}</td>
              <td>{item.vialsForPatients}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The lots, the first to expire first, each with the way to who got of it. */
export function LotTable({ lots, today }: { readonly lots: readonly LotView[]; readonly today: PlainDate }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Lots">
      <table class="table">
        <caption>Lots</caption>
        <thead>
          <tr>
            <th scope="col">Lot</th>
            <th scope="col">Vial</th>
            <th scope="col">Closed, of</th>
            <th scope="col">Last day of use</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lot.id}>
              <th scope="row">
                <a href={`/lots/${lot.id}`}>{lot.lotNumber}</a>
              </th>
              <td>{vialWords(lot)}</td>
              <td>{`${lot.vialsUnopened} of ${lot.vials}`}</td>
              <td>{shortDay(lot.expiresOn, today)}</td>
              <td>{stateWords(lot, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
