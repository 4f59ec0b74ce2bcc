import type { Ref } from 'preact';
import { isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { placeWords } from '../../shared/injection-words';
import { numberText, readNumber } from '../../shared/typed-number';
import { rowOf, steppedUnits } from '../grid-state/grid-rows';
import type { GridRow, GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { UnitsInput } from '../injection-grid/rows/units-input';

/** A muscle on one side, as it is picked on the drawing. */
export interface Place {
  readonly muscle: string;
  readonly side: InjectionSide;
}

interface MapChoicesProps {
  readonly state: GridState;
  readonly choices: readonly Place[];
  readonly place: Place | undefined;
  readonly onChoose: (place: Place) => void;
}

/** The muscles of a region in which several lie. */
export function MapChoices({ state, choices, place, onChoose }: MapChoicesProps) {
  return (
    <div class="map-choices" role="group" aria-label={`Muscles of this region, ${choices[0]?.side}`}>
      {choices.map((choice) => (
        <button
          key={choice.muscle}
          type="button"
          aria-pressed={place?.muscle === choice.muscle}
          onClick={() => onChoose(choice)}
        >
          {isMuscle(choice.muscle) && MUSCLES[choice.muscle].name}
          {unitsAt(state, choice)}
        </button>
      ))}
    </div>
  );
}

interface MapDoseProps {
  readonly state: GridState;
  readonly place: Place;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly dispatch: (action: GridAction) => void;
  readonly onClose: () => void;
  readonly onPoints: () => void;
}

/** The dose of the muscle that was picked, set beside the drawing. Its row comes with its units and goes with them. */
export function MapDose({ state, place, inputRef, dispatch, onClose, onPoints }: MapDoseProps) {
  const row = rowAt(state, place);
  const { muscle, side } = row ?? place;
  const setUnits = (units: string) => {
    if (!row) dispatch({ type: 'pick', ...place, units });
    else dispatch({ type: 'row', key: row.key, field: 'units', value: units });
  };
  const step = (steps: number) => {
    const units = steppedUnits(row?.units ?? '', steps, state.product);
    if (row && units === '') dispatch({ type: 'remove', key: row.key });
    else setUnits(units);
  };
  return (
    <div
      class="map-dose"
      onFocusOut={() => {
        if (row?.units.trim() === '') dispatch({ type: 'remove', key: row.key });
      }}
    >
      <label for="map-units">{placeWords(muscle, side)}</label>
      <button type="button" aria-label="Fewer units" onClick={() => step(-1)}>
        −
      </button>
      <UnitsInput
        units={row?.units ?? ''}
        id="map-units"
        inputRef={inputRef}
        onUnits={setUnits}
        onStep={step}
        onKey={({ key: pressed }) => {
          if (pressed !== 'Enter' && pressed !== 'Escape') return false;
          onClose();
          return true;
        }}
      />
      <span>U</span>
      {side === 'bilateral' && <span class="muted">{halves(row?.units ?? '')}</span>}
      <button type="button" aria-label="More units" onClick={() => step(1)}>
        +
      </button>
      {row && row.units.trim() !== '' && (
        <button type="button" onClick={onPoints}>
          Points
        </button>
      )}
      {row && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            dispatch({ type: 'remove', key: row.key });
            onClose();
          }}
        >
          Remove
        </button>
      )}
    </div>
  );
}

export function rowAt({ rows }: GridState, { muscle, side }: Place): GridRow | undefined {
  return rowOf(rows, muscle, side);
}

function unitsAt(state: GridState, place: Place): string {
  const row = rowAt(state, place);
  return row ? ` · ${row.units === '' ? 'no units yet' : `${row.units} U`}` : '';
}

/** "10 | 10": what each side gets of units that are given to both. */
function halves(units: string): string | undefined {
  const number = readNumber(units);
  if (number === undefined) return undefined;
  return `${numberText(number / 2)} | ${numberText(number / 2)}`;
}
