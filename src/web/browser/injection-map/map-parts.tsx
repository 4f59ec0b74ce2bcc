import type { Ref } from 'preact';
import { isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { isAtHomeIn, MAP_VIEWS, type MapView } from '../../shared/body-map/body-map-regions';
import { placeWords } from '../../shared/injection-words';
import { rowOf, steppedUnits, type GridAction, type GridRow, type GridState } from '../grid-state/grid-state';
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

/** The sides from which the body is drawn, each with how many doses it tells. */
export function MapViews({ view: shown, doses, onView }: MapViewsProps) {
  return (
    <div class="map-views" role="group" aria-label="View">
      {MAP_VIEWS.map(({ view, name }) => {
        const count = doses.filter(({ muscle, side }) => isAtHomeIn(view, muscle, side)).length;
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
  readonly state: GridState;
  readonly place: Place;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly dispatch: (action: GridAction) => void;
  readonly onClose: () => void;
}

/** The dose of the muscle that was picked, set beside the drawing. Its row comes with its units and goes with them. */
export function MapDose({ state, place, inputRef, dispatch, onClose }: MapDoseProps) {
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
      <button type="button" aria-label="More units" onClick={() => step(1)}>
        +
      </button>
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
