import { isAtHomeIn, layersOf } from '../../shared/body-map/body-map-regions';
import {
  MAP_PARTS,
  MAP_VIEWS,
  partName,
  viewOf,
  viewRow,
  type HandSide,
  type MapPart,
  type MapView,
} from '../../shared/body-map/body-map-views';
import type { MapLayer } from '../../shared/body-map/plates/plate';
import type { GridRow } from '../grid-state/grid-state';

interface MapViewsProps {
  readonly view: MapView;
  /** The side that was looked at last. */
  readonly side: HandSide;
  readonly layer: MapLayer;
  /** What is shown at once; the other parts are looked for. */
  readonly parts: readonly MapPart[];
  readonly doses: readonly GridRow[];
  readonly onView: (view: MapView) => void;
  readonly onLayer: (layer: MapLayer) => void;
}

/** So many parts are a button each from the start; the others of what is treated head the list. */
const AT_ONCE = 4;

/** Which part of the body is drawn, of which side and how deep, each with how many doses it tells. */
export function MapViews({ view, side, layer, parts, doses, onView, onLayer }: MapViewsProps) {
  const { part, only } = viewRow(view);
  const dosesOf = (other: MapPart) => doses.filter((dose) => isToldIn(other, dose));
  const shown = MAP_PARTS.filter(
    (other) => parts.slice(0, AT_ONCE).includes(other) || other === part || dosesOf(other).length > 0,
  ).toSorted((a, b) => rank(parts, a) - rank(parts, b));
  const elsewhere = MAP_PARTS.filter((other) => !shown.includes(other)).toSorted(
    (a, b) => rank(parts, a) - rank(parts, b),
  );
  const layers = layersOf(view);
  return (
    <>
      <div class="map-views" role="group" aria-label="Part of the body">
        {shown.map((other) => (
          <Choice
            key={other}
            name={partName(other)}
            count={dosesOf(other).length}
            pressed={other === part}
            onChoose={() => onView(viewOf(other, sideOf(other, side, doses)))}
          />
        ))}
        <select
          class="map-elsewhere"
          aria-label="Another part of the body"
          value=""
          onChange={({ currentTarget }) => {
            const chosen = MAP_PARTS.find((other) => other === currentTarget.value);
            if (chosen) onView(viewOf(chosen, side));
          }}
        >
          <option value="">Elsewhere</option>
          {elsewhere.map((other) => (
            <option key={other} value={other}>
              {partName(other)}
            </option>
          ))}
        </select>
      </div>
      {(only || layers.length > 1) && (
        <div class="map-views">
          {only && (
            <div class="map-views" role="group" aria-label="Side of the patient">
              {(['right', 'left'] as const).map((other) => (
                <Choice
                  key={other}
                  name={other === 'right' ? 'Right' : 'Left'}
                  count={doses.filter((dose) => isTold(viewOf(part, other), dose)).length}
                  pressed={other === only}
                  onChoose={() => onView(viewOf(part, other))}
                />
              ))}
            </div>
          )}
          {layers.length > 1 && (
            <div class="map-views" role="group" aria-label="Layer">
              {layers.map((other) => (
                <Choice
                  key={other}
                  name={LAYER_NAMES[other]}
                  count={0}
                  pressed={other === layer}
                  onChoose={() => onLayer(other)}
                />
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}

const LAYER_NAMES: Readonly<Record<MapLayer, string>> = { surface: 'Surface', deep: 'Deep', skin: 'Skin' };

interface ChoiceProps {
  readonly name: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, count, pressed, onChoose }: ChoiceProps) {
  return (
    <button type="button" class="map-view" aria-pressed={pressed} onClick={onChoose}>
      {name}
      {count > 0 && <span class="map-count"> {count}</span>}
    </button>
  );
}

/** The side that was looked at last, unless only the other one has doses there. */
function sideOf(part: MapPart, side: HandSide, doses: readonly GridRow[]): HandSide {
  const other = side === 'right' ? 'left' : 'right';
  const has = (wanted: HandSide) => doses.some((dose) => isTold(viewOf(part, wanted), dose));
  return !has(side) && has(other) ? other : side;
}

function isToldIn(part: MapPart, dose: GridRow): boolean {
  return MAP_VIEWS.some((row) => row.part === part && isTold(row.view, dose));
}

function isTold(view: MapView, { muscle, side }: GridRow): boolean {
  return isAtHomeIn(view, muscle, side);
}

function rank(parts: readonly MapPart[], part: MapPart): number {
  const at = parts.indexOf(part);
  return at < 0 ? parts.length : at;
}
