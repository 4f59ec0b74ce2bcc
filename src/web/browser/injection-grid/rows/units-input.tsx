import type { JSX, Ref } from 'preact';
import { selectsOnFocus } from '../field-focus';

export interface UnitsInputProps {
  readonly units: string;
  readonly id: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onUnits: (units: string) => void;
  readonly onStep: (steps: number) => void;
  /** A key that is no arrow; answers whether it meant something here. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly attributes?: JSX.HTMLAttributes<HTMLInputElement>;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** The units of a row, as they were typed: in the list and on the map alike. ↑ and ↓ step them. */
export function UnitsInput({ units, id, inputRef, onUnits, onStep, onKey, attributes }: UnitsInputProps) {
  return (
    <input
      {...attributes}
      id={id}
      ref={inputRef}
      class="num"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      value={units}
      {...selectsOnFocus}
      onInput={({ currentTarget: { value } }) => onUnits(value)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const steps = STEPS[event.key];
        if (steps !== undefined) onStep(steps);
        else if (!onKey(event)) return;
        event.preventDefault();
      }}
    />
  );
}
