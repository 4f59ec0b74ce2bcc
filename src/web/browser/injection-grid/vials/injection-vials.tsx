import { PRODUCTS } from '../../../../clinical/catalogue/products';
import type { Finding } from '../../../../clinical/finding';
import type { ToxinProduct } from '../../../../clinical/units';
import type { Gap } from '../../grid-state/grid-judge';
import type { StockVialRow, VialRow } from '../../grid-state/grid-state';
import type { GridAction, VialField } from '../../grid-state/reduce-grid';
import { StockVials } from './stock-vials';

export interface InjectionVialsProps {
  readonly vials: readonly VialRow[];
  readonly product: ToxinProduct;
  /** What may be drawn from, the first to expire first. */
  readonly stock: readonly StockVialRow[];
  readonly gaps: readonly Gap[];
  readonly findings: readonly Finding[];
  readonly dispatch: (action: GridAction) => void;
  readonly showFinding: (finding: Finding) => preact.ComponentChildren;
}

const FIELDS: readonly (readonly [VialField, string, 'text' | 'date' | 'datetime-local' | 'number'])[] = [
  ['lotNumber', 'Lot', 'text'],
  ['expiresOn', 'Expires on', 'date'],
  ['vialUnits', 'Content, U', 'number'],
  ['reconstitutedAt', 'Reconstituted at', 'datetime-local'],
  ['diluentMl', 'Diluent, mL', 'number'],
  ['unitsDiscarded', 'Discarded, U', 'number'],
];

/** What the stock says of its vials, and of those that were reconstituted before. */
const OF_STOCK: readonly VialField[] = ['lotNumber', 'expiresOn', 'vialUnits'];
const OF_MADE_UP: readonly VialField[] = ['reconstitutedAt', 'diluentMl'];

/** The vials that were opened; nobody has to fill this in. */
export function InjectionVials({
  vials,
  product,
  stock,
  gaps,
  findings,
  dispatch,
  showFinding,
}: InjectionVialsProps) {
  const { brand, vialUnits } = PRODUCTS[product];
  return (
    <details class="vials" open={vials.length > 0}>
      <summary>
        Vials <span class="muted">optional{vials.length > 0 ? `, ${vials.length} listed` : ''}</span>
      </summary>
      {vials.map((vial, index) => (
        <fieldset key={vial.key} class="vial">
          <legend>{`Vial ${index + 1}${vial.stock ? ', of the stock' : ''}`}</legend>
          {FIELDS.map(([field, label, type]) => (
            <label key={field} class="field">
              {label}
              <input
                type={type === 'number' ? 'text' : type}
                inputMode={type === 'number' ? 'decimal' : undefined}
                class={type === 'number' ? 'num' : undefined}
                list={field === 'vialUnits' ? `vial-sizes-${product}` : undefined}
                readOnly={isKnown(vial, field)}
                value={vial[field]}
                onInput={(event) =>
                  dispatch({ type: 'vial', key: vial.key, field, value: event.currentTarget.value })
                }
              />
            </label>
          ))}
          <button
            type="button"
            class="quiet"
            onClick={() => dispatch({ type: 'remove-vial', key: vial.key })}
          >
            Remove vial {index + 1}
          </button>
          {gaps
            .filter(({ key }) => key === vial.key)
            .map(({ message }) => (
              <p key={message} class="error">
                {message}
              </p>
            ))}
        </fieldset>
      ))}
      <datalist id={`vial-sizes-${product}`}>
        {vialUnits.map((units) => (
          <option key={units} value={units} />
        ))}
      </datalist>
      {findings.map((finding) => showFinding(finding))}
      <StockVials {...{ stock, vials, product }} onTake={(vial) => dispatch({ type: 'take-vial', vial })} />
      <button type="button" onClick={() => dispatch({ type: 'add-vial' })}>
        Add a vial of {brand}
      </button>
    </details>
  );
}

function isKnown({ stock }: VialRow, field: VialField): boolean {
  if (!stock) return false;
  return OF_STOCK.includes(field) || (stock.state === 'reconstituted' && OF_MADE_UP.includes(field));
}
