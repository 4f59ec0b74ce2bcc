import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { StockVialView, VialState } from '../../../records/supply/supply.dto';
import { numberText } from '../../shared/typed-number';
import { shortDay, timeWords } from '../../shared/day-text';
import { DiscardVial, MakeUpVial, OpenVial } from './vial-forms';

interface VialTableProps {
  readonly title: string;
  readonly vials: readonly StockVialView[];
  readonly zone: string;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  /** Vials of several lots: each names its own. */
  readonly ofLots?: boolean;
}

const STATES: Readonly<Record<VialState, string>> = {
  expected: 'Not here yet',
  unopened: 'Closed',
  opened: 'Open',
  used: 'Used in a session',
  empty: 'Empty',
};

/** Vials one by one: what each holds, how it was reconstituted and until when it may be used, and what may be done with it. */
export function VialTable({ title, vials, zone, today, mayWrite, ofLots }: VialTableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Vial</th>
            {ofLots && <th scope="col">Lot</th>}
            <th scope="col">State</th>
            <th scope="col">Left</th>
            <th scope="col">Reconstituted</th>
            <th scope="col">Usable until</th>
            {mayWrite && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {vials.map((vial, at) => (
            <tr key={vial.id}>
              <th scope="row">{`${at + 1}. ${unitsText(vial, vial.vialUnits)}`}</th>
              {ofLots && (
                <td>
                  <a href={`/lots/${vial.lotId}`}>{vial.lotNumber}</a>
                </td>
              )}
              <td>
                {vial.sessionId ? (
                  <a href={`/sessions/${vial.sessionId}`}>{STATES[vial.state]}</a>
                ) : (
                  STATES[vial.state]
                )}
                {vial.onHold && ', on hold'}
              </td>
              <td>{vial.unitsLeft === null ? '–' : unitsText(vial, vial.unitsLeft)}</td>
              <td>{madeUpWords(vial, zone, today)}</td>
              <td>
                {vial.usableUntil
                  ? timeWords(vial.usableUntil, zone, today)
                  : shortDay(vial.expiresOn, today)}
              </td>
              {mayWrite && (
                <td>
                  <VialChange vial={vial} number={at + 1} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VialChange({ vial, number }: { readonly vial: StockVialView; readonly number: number }) {
  if (vial.state === 'empty' || vial.state === 'expected') return null;
  const isFresh = vial.state !== 'used' && !vial.onHold;
  const isReady = PRODUCT_ROWS[vial.product].solution !== null;
  return (
    <details class="change">
      <summary>
        Change <span class="visually-hidden">vial {number}</span>
      </summary>
      <div class="stack">
        {isFresh && isReady && vial.openedAt === null && <OpenVial vial={vial} />}
        {isFresh && !isReady && vial.reconstitutedAt === null && <MakeUpVial vial={vial} />}
        <DiscardVial vial={vial} />
      </div>
    </details>
  );
}

function madeUpWords(
  { reconstitutedAt, diluentMl, storage }: StockVialView,
  zone: string,
  today: PlainDate,
): string {
  if (reconstitutedAt === null || diluentMl === null) return '–';
  const where = storage === 'room' ? ', at room temperature' : '';
  return `${timeWords(reconstitutedAt, zone, today)}, ${numberText(diluentMl)} mL${where}`;
}

function unitsText({ product }: StockVialView, units: number): string {
  return `${units.toLocaleString('en-US')} U ${PRODUCTS[product].brand}`;
}
