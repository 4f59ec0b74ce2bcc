import type { JSX, Ref } from 'preact';
import { selectsOnFocus } from './field-focus';
import type { GridAction, GridRow } from '../grid-state/grid-state';

export interface UnitsInputProps {
  readonly row: GridRow;
  readonly id: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly dispatch: (action: GridAction) => void;
  /** A key that is no arrow; answers whether it meant something here. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly attributes?: JSX.HTMLAttributes<HTMLInputElement>;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** The units of a row, as they were typed: in the list and on the map alike. ↑ and ↓ step them. */
export function UnitsInput({ row, id, inputRef, dispatch, onKey, attributes }: UnitsInputProps) {
  const { key } = row;
  return (
    <input
      {...attributes}
      id={id}
      ref={inputRef}
      class="num"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      value={row.units}
      {...selectsOnFocus}
      onInput={({ currentTarget: { value } }) => dispatch({ type: 'row', key, field: 'units', value })}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const steps = STEPS[event.key];
        if (steps !== undefined) dispatch({ type: 'step', key, steps });
        else if (!onKey(event)) return;
        event.preventDefault();
      }}
    />
  );
}
