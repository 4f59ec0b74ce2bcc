import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IndicationSlug } from '../../../clinical/catalogue/indication-slugs';
import type { CourseSide } from '../../../clinical/catalogue/indications';
import type { GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { BodyMap } from '../../shared/body-map/body-map';
import { layersOf, MAP_REGIONS, viewsFor } from '../../shared/body-map/body-map-regions';
import { viewOf, viewRow, type HandSide, type MapView } from '../../shared/body-map/body-map-views';
import { layerFor } from '../../shared/body-map/map-doses';
import type { MapLayer } from '../../shared/body-map/plates/plate';
import { treatedLayer, treatedParts } from '../../shared/body-map/treated-views';
import { pointsOf } from '../grid-state/grid-points';
import { MapChoices, MapDose, rowAt, type Place } from './map-parts';
import { MapViews } from './map-views';
import { MusclePoints } from './muscle-points';

export interface InjectionMapProps {
  readonly state: GridState;
  /** What is treated: its parts of the body are shown at once, on the side of the course. */
  readonly course: { readonly indication: IndicationSlug; readonly courseSide?: CourseSide | null };
  readonly dispatch: (action: GridAction) => void;
}

/** The drawing on which a muscle is picked and its dose set: another face of the rows beside it. */
export function InjectionMap({ state, course, dispatch }: InjectionMapProps) {
  const doses = state.rows
    .filter(({ muscle }) => muscle !== '')
    .map((row) => ({ ...row, points: pointsOf(row) }));
  const parts = treatedParts(course.indication);
  const [side, setSide] = useState<HandSide>(course.courseSide === 'left' ? 'left' : 'right');
  const [view, setView] = useState<MapView>(() => viewsFor(doses)[0] ?? viewOf(parts[0]!, side));
  const [layer, setLayer] = useState<MapLayer>(() =>
    doses.length > 0 ? layerFor(view, doses) : shownLayer(view, treatedLayer(course.indication)),
  );
  const [choices, setChoices] = useState<readonly Place[]>([]);
  const [place, setPlace] = useState<Place>();
  const [region, setRegion] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const units = useRef<HTMLInputElement>(null);
  // Only what was picked here takes the focus, not a row that is typed beside it.
  useLayoutEffect(() => units.current?.focus({ preventScroll: true }), [place]);

  const pick = (chosen: Place) => {
    setChoices([]);
    setPlace(chosen);
    setOpen(false);
  };
  const close = () => {
    setPlace(undefined);
    setChoices([]);
    if (region) document.getElementById(region)?.focus();
  };

  const opened = isOpen && place ? rowAt(state, place) : undefined;
  const openedIn = opened && MAP_REGIONS.find(({ id }) => id === region);

  const show = (chosen: MapView) => {
    setView(chosen);
    setLayer(shownLayer(chosen, layer));
    setSide(viewRow(chosen).only ?? side);
    setPlace(undefined);
    setChoices([]);
  };

  return (
    <section class="panel log-map" aria-label="Injection map">
      <h2>Map</h2>
      {opened && openedIn && (
        <MusclePoints
          row={opened}
          region={openedIn}
          dispatch={dispatch}
          onClose={() => {
            setOpen(false);
            units.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {!openedIn && (
        <>
          <MapViews {...{ view, side, layer, parts, doses }} onView={show} onLayer={setLayer} />
          <BodyMap
            view={view}
            layer={layer}
            doses={place && !rowAt(state, place) ? [...doses, { ...place, units: '' }] : doses}
            pick={
              isReady
                ? {
                    at: region,
                    onMove: (id) => {
                      setRegion(id);
                      document.getElementById(id)?.focus();
                    },
                    onPick: ({ id, muscles, side: drawn }) => {
                      setRegion(id);
                      const places = muscles.map((muscle) => ({ muscle, side: drawn }));
                      const dosed = places.filter((chosen) => rowAt(state, chosen));
                      if (places.length === 1) return pick(places[0]!);
                      setPlace(dosed.length === 1 ? dosed[0] : undefined);
                      setChoices(places);
                    },
                  }
                : 'not-yet'
            }
          />
        </>
      )}
      <div class="map-editor" aria-live="polite">
        {choices.length > 0 && (
          <MapChoices state={state} choices={choices} place={place} onChoose={setPlace} />
        )}
        {place && (
          <MapDose
            {...{ state, place, dispatch }}
            inputRef={units}
            onClose={close}
            onPoints={() => setOpen(true)}
          />
        )}
        {!place && choices.length === 0 && (
          <p class="hint">
            Tap a muscle to add it or to set its units. By keyboard: arrows move over the drawing, Enter
            picks.
          </p>
        )}
      </div>
    </section>
  );
}

/** The layer one looks at, where this view has it. */
function shownLayer(view: MapView, wanted: MapLayer): MapLayer {
  const layers = layersOf(view);
  return layers.includes(wanted) ? wanted : layers[0]!;
}
