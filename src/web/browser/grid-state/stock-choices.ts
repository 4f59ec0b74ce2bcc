import { isPlainDate } from '../../../clinical/calendar';
import { shortDay } from '../../shared/day-text';
import { numberWords } from '../../shared/injection-words';
import type { StockVialRow, VialRow } from './grid-state';

export interface StockChoice {
  readonly vial: StockVialRow;
  readonly words: string;
}

/** The vials of the stock that are not in the list yet, in their order; of closed vials of one lot the next one stands for all. */
export function stockChoices(
  stock: readonly StockVialRow[],
  listed: readonly VialRow[],
  brand: string,
): readonly StockChoice[] {
  const taken = new Set(listed.map((vial) => vial.stock?.id));
  const free = stock.filter((vial) => !taken.has(vial.stock.id));
  return free.flatMap((vial, at): StockChoice[] => {
    const { state } = vial.stock;
    if (state !== 'closed') return [{ vial, words: wordsOf(vial, brand, state) }];
    const alike = free.filter((other) => other.stock.state === 'closed' && isAlike(other, vial));
    return free.indexOf(alike[0]!) === at
      ? [{ vial, words: wordsOf(vial, brand, `${alike.length} closed`) }]
      : [];
  });
}

function isAlike(one: StockVialRow, other: StockVialRow): boolean {
  return (
    one.lotNumber === other.lotNumber &&
    one.expiresOn === other.expiresOn &&
    one.vialUnits === other.vialUnits
  );
}

function wordsOf({ lotNumber, expiresOn, vialUnits }: StockVialRow, brand: string, state: string): string {
  const until = isPlainDate(expiresOn) ? `, expires ${shortDay(expiresOn)}` : '';
  return `${numberWords(Number(vialUnits))} U ${brand}, lot ${lotNumber}${until}, ${state}`;
}
