import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { rowOf, type GridAction, type GridState } from '../grid-state/grid-state';
import { BodyMap } from '../../shared/body-map/body-map';
import { isDrawnIn, MAP_VIEWS, viewsFor, type MapView } from '../../shared/body-map/body-map-regions';
import { placeWords } from '../../shared/injection-words';

interface Place {
  readonly muscle: string;
  readonly side: InjectionSide;
}

export interface InjectionMapProps {
  readonly state: GridState;
  readonly dispatch: (action: GridAction) => void;
}

/** The drawing on which a muscle is picked and its dose set: another face of the rows beside it. */
export function InjectionMap({ state, dispatch }: InjectionMapProps) {
  const doses = state.rows.filter(({ muscle }) => muscle !== '');
  const [view, setView] = useState<MapView>(() => viewsFor(doses)[0] ?? 'front');
  const [choices, setChoices] = useState<readonly Place[]>([]);
  const [place, setPlace] = useState<Place>();
  const [region, setRegion] = useState<string>();
  const units = useRef<HTMLInputElement>(null);
  const row = place && rowOf(state.rows, place.muscle, place.side);
  useLayoutEffect(() => units.current?.focus({ preventScroll: true }), [place]);

  const pick = (chosen: Place) => {
    setChoices([]);
    setPlace(chosen);
    dispatch({ type: 'pick', ...chosen });
  };
  const close = () => {
    setPlace(undefined);
    setChoices([]);
    if (region) document.getElementById(region)?.focus();
  };

  return (
    <section class="panel log-map" aria-label="Injection map">
      <h2>Map</h2>
      <div class="map-views" role="group" aria-label="View">
        {MAP_VIEWS.map(({ view: each, name }) => {
          const count = doses.filter(({ muscle, side }) => isDrawnIn(each, muscle, side)).length;
          return (
            <button
              key={each}
              type="button"
              class="map-view"
              aria-pressed={each === view}
              onClick={() => {
                setView(each);
                setPlace(undefined);
                setChoices([]);
              }}
            >
              {name}
              {count > 0 && <span class="map-count"> {count}</span>}
            </button>
          );
        })}
      </div>
      <BodyMap
        view={view}
        doses={doses}
        pick={{
          at: region,
          onMove: (id) => {
            setRegion(id);
            document.getElementById(id)?.focus();
          },
          onPick: ({ id, muscles, side }) => {
            setRegion(id);
            const places = muscles.map((muscle) => ({ muscle, side }));
            const dosed = places.filter((each) => rowOf(state.rows, each.muscle, each.side));
            if (places.length === 1) return pick(places[0]!);
            setPlace(dosed.length === 1 ? dosed[0] : undefined);
            setChoices(places);
          },
        }}
      />
      <div class="map-editor" aria-live="polite">
        {choices.length > 0 && (
          <div class="map-choices" role="group" aria-label={`Muscles of this region, ${choices[0]?.side}`}>
            {choices.map((each) => (
              <button
                key={each.muscle}
                type="button"
                aria-pressed={place?.muscle === each.muscle}
                onClick={() => {
                  setPlace(each);
                  dispatch({ type: 'pick', ...each });
                }}
              >
                {isMuscle(each.muscle) && MUSCLES[each.muscle].name}
                {unitsAt(state, each)}
              </button>
            ))}
          </div>
        )}
        {row && (
          <div class="map-dose">
            <label for="map-units">{placeWords(row.muscle, row.side)}</label>
            <button
              type="button"
              aria-label="Fewer units"
              onClick={() => dispatch({ type: 'step', key: row.key, steps: -1 })}
            >
              −
            </button>
            <input
              id="map-units"
              ref={units}
              class="num"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={row.units}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) =>
                dispatch({
                  type: 'row',
                  key: row.key,
                  field: 'units',
                  value: event.currentTarget.value.replace(',', '.'),
                })
              }
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey) return;
                if (event.key === 'Enter' || event.key === 'Escape') close();
                else if (event.key === 'ArrowUp') dispatch({ type: 'step', key: row.key, steps: 1 });
                else if (event.key === 'ArrowDown') dispatch({ type: 'step', key: row.key, steps: -1 });
                else return;
                event.preventDefault();
              }}
            />
            <span>U</span>
            <button
              type="button"
              aria-label="More units"
              onClick={() => dispatch({ type: 'step', key: row.key, steps: 1 })}
            >
              +
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                dispatch({ type: 'remove', key: row.key });
                close();
              }}
            >
              Remove
            </button>
          </div>
        )}
        {!row && choices.length === 0 && (
          <p class="hint">
            Tap a muscle to add it or to set its units. By keyboard: arrows move over the drawing, Enter
            picks.
          </p>
        )}
      </div>
    </section>
  );
}

function unitsAt({ rows }: GridState, { muscle, side }: Place): string {
  const row = rowOf(rows, muscle, side);
  return row ? ` · ${row.units === '' ? 'no units yet' : `${row.units} U`}` : '';
}
