import type { Ref } from 'preact';
import { isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { isDrawnIn, MAP_VIEWS, type MapView } from '../../shared/body-map/body-map-regions';
import { placeWords } from '../../shared/injection-words';
import { rowOf, type GridAction, type GridRow, type GridState } from '../grid-state/grid-state';
import { UnitsInput } from '../injection-grid/units-input';

/** A muscle on one side, as it is picked on the drawing. */
export interface Place {
  readonly muscle: string;
  readonly side: InjectionSide;
}

interface MapViewsProps {
  readonly view: MapView;
  readonly doses: readonly GridRow[];
  readonly onView: (view: MapView) => void;
}

/** The sides from which the body is drawn, each with how many doses it shows. */
export function MapViews({ view: shown, doses, onView }: MapViewsProps) {
  return (
    <div class="map-views" role="group" aria-label="View">
      {MAP_VIEWS.map(({ view, name }) => {
        const count = doses.filter(({ muscle, side }) => isDrawnIn(view, muscle, side)).length;
        return (
          <button
            key={view}
            type="button"
            class="map-view"
            aria-pressed={view === shown}
            onClick={() => onView(view)}
          >
            {name}
            {count > 0 && <span class="map-count"> {count}</span>}
          </button>
        );
      })}
    </div>
  );
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
  readonly row: GridRow;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly dispatch: (action: GridAction) => void;
  readonly onClose: () => void;
}

/** The dose of the muscle that was picked, set beside the drawing. */
export function MapDose({ row, inputRef, dispatch, onClose }: MapDoseProps) {
  const { key, muscle, side } = row;
  return (
    <div class="map-dose">
      <label for="map-units">{placeWords(muscle, side)}</label>
      <button
        type="button"
        aria-label="Fewer units"
        onClick={() => dispatch({ type: 'step', key, steps: -1 })}
      >
        −
      </button>
      <UnitsInput
        row={row}
        id="map-units"
        inputRef={inputRef}
        dispatch={dispatch}
        onKey={({ key: pressed }) => {
          if (pressed !== 'Enter' && pressed !== 'Escape') return false;
          onClose();
          return true;
        }}
      />
      <span>U</span>
      <button type="button" aria-label="More units" onClick={() => dispatch({ type: 'step', key, steps: 1 })}>
        +
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          dispatch({ type: 'remove', key });
          onClose();
        }}
      >
        Remove
      </button>
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
