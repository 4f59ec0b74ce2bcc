import { unitsText } from '../../../clinical/doses/dose-cap';
import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import type { StockVialView, VialState } from '../../../records/supply/supply.dto';
import { CardTable } from '../page/card-table';
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
  const heads = ['Vial', ...(ofLots ? ['Lot'] : []), 'State', 'Left', 'Reconstituted', 'Usable until'];
  return (
    <CardTable
      title={title}
      heads={mayWrite ? [...heads, 'Change'] : heads}
      rows={vials.map((vial, at) => ({
        key: vial.id,
        cells: [
          `${at + 1}. ${unitsText(vial.product, vial.vialUnits)}`,
          ...(ofLots ? [<a href={`/lots/${vial.lotId}`}>{vial.lotNumber}</a>] : []),
          <VialStateWords vial={vial} />,
          vial.unitsLeft === null ? '–' : unitsText(vial.product, vial.unitsLeft),
          madeUpWords(vial, zone, today),
          vial.usableUntil ? timeWords(vial.usableUntil, zone, today) : shortDay(vial.expiresOn, today),
          ...(mayWrite ? [<VialChange vial={vial} number={at + 1} />] : []),
        ],
      }))}
    />
  );
}

function VialStateWords({ vial: { sessionId, state, onHold } }: { readonly vial: StockVialView }) {
  return (
    <>
      {sessionId ? <a href={`/sessions/${sessionId}`}>{STATES[state]}</a> : STATES[state]}
      {onHold && ', on hold'}
    </>
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
