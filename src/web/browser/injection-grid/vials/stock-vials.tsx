import { useState } from 'preact/hooks';
import { PRODUCTS } from '../../../../clinical/catalogue/products';
import type { ToxinProduct } from '../../../../clinical/units';
import { stockChoices } from '../../grid-state/stock-choices';
import type { StockVialRow, VialRow } from '../../grid-state/grid-state';

interface StockVialsProps {
  readonly stock: readonly StockVialRow[];
  readonly vials: readonly VialRow[];
  readonly product: ToxinProduct;
  readonly onTake: (vial: StockVialRow) => void;
}

/** Takes a vial of the stock into the list; the first to expire is proposed. Nothing where the clinic keeps no stock. */
export function StockVials({ stock, vials, product, onTake }: StockVialsProps) {
  const [chosen, setChosen] = useState('');
  const choices = stockChoices(stock, vials, PRODUCTS[product].brand);
  const choice = choices.find(({ vial }) => vial.stock.id === chosen) ?? choices[0];
  if (!choice) return null;
  return (
    <div class="stock-vials">
      <label class="field">
        Vial of the stock
        <select value={choice.vial.stock.id} onChange={(event) => setChosen(event.currentTarget.value)}>
          {choices.map(({ vial, words }) => (
            <option key={vial.stock.id} value={vial.stock.id}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onTake(choice.vial)}>
        Take it
      </button>
      <a href="/stock">Stock</a>
    </div>
  );
}
