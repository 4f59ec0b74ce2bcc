import { PRODUCTS } from '../../../../clinical/catalogue/products';
import { drawnVolume } from '../../../../clinical/doses/drawn-volume';
import { countedRows } from '../../grid-state/grid-judge';
import { NOT_TOLD, type DilutionFields, type GridState } from '../../grid-state/grid-state';
import type { GridAction } from '../../grid-state/reduce-grid';
import { strengthIn, vialsSayStrength } from '../../grid-state/grid-volumes';
import { readNumber } from '../../../shared/typed-number';
import { numberWords } from '../../../shared/injection-words';
import { selectsOnFocus } from '../field-focus';

export interface DilutionFieldProps {
  readonly state: GridState;
  readonly dispatch: (action: GridAction) => void;
}

/** How the vials are reconstituted: from it the volumes are worked out. Once a listed vial says it, that one is believed. */
export function DilutionField({ state, dispatch }: DilutionFieldProps) {
  const { dilution = NOT_TOLD, product } = state;
  const fromVials = vialsSayStrength(state);
  return (
    <div class="log-dilution">
      {!fromVials && (
        <fieldset>
          <legend>Dilution</legend>
          <Amount field="vialUnits" label="Content of a vial, U" {...{ dilution, dispatch }} />
          <span>{`U ${PRODUCTS[product].brand} in`}</span>
          <Amount field="diluentMl" label="Diluent of a vial, mL" {...{ dilution, dispatch }} />
          <span>mL</span>
        </fieldset>
      )}
      <p class="muted">{strengthWords(state, fromVials)}</p>
    </div>
  );
}

interface AmountProps {
  readonly field: keyof DilutionFields;
  readonly label: string;
  readonly dilution: DilutionFields;
  readonly dispatch: (action: GridAction) => void;
}

function Amount({ field, label, dilution, dispatch }: AmountProps) {
  return (
    <input
      class="num"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      value={dilution[field]}
      {...selectsOnFocus}
      onInput={({ currentTarget: { value } }) => dispatch({ type: 'dilution', field, value })}
    />
  );
}

function strengthWords(state: GridState, fromVials: boolean): string {
  const strength = strengthIn(state);
  if (strength === undefined)
    return fromVials
      ? 'The vials are not all reconstituted alike, or do not all say how: fill in the mL by hand.'
      : 'With it the mL of each row are worked out.';
  const units = countedRows(state).reduce((sum, row) => sum + readNumber(row.units)!, 0);
  const all = units > 0 ? drawnVolume({ units }, strength) : undefined;
  const whole = all ? `: ${numberWords(units)} U are ${numberWords(all.volumeMl)} mL` : '';
  return `${numberWords(strength)} U a mL${fromVials ? ', as the vials are reconstituted' : ''}${whole}.`;
}
