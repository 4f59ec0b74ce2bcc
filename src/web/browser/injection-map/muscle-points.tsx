import { useRef } from 'preact/hooks';
import { CLASSES } from '../../shared/classes';
import type { MapRegion } from '../../shared/body-map/body-map-regions';
import { outlineOf, viewRow } from '../../shared/body-map/body-map-views';
import { placeOfPoint, sharesAt } from '../../shared/body-map/point-places';
import { placeWords } from '../../shared/injection-words';
import { numberText } from '../../shared/typed-number';
import { pointsOf, withoutPoint, withPointAt, withPointMoved } from '../grid-state/grid-points';
import type { GridRow } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { PointUnits } from './point-units';

interface MusclePointsProps {
  readonly row: GridRow;
  readonly region: MapRegion;
  readonly dispatch: (action: GridAction) => void;
  readonly onClose: () => void;
}

/** How far an arrow key moves a point, as a share of the muscle. */
const STEP = 0.02;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** A muscle, opened large: where the needle went, and what each place got. */
export function MusclePoints({ row, region, dispatch, onClose }: MusclePointsProps) {
  const svg = useRef<SVGSVGElement>(null);
  const dragged = useRef<number>();
  const points = pointsOf(row);
  const [x, y, width, height] = region.box;
  const margin = Math.max(width, height) / 4;
  const size = (Math.max(width, height) + 2 * margin) / 26;
  const { shapes, lines } = outlineOf(viewRow(region.view));
  const change = (changed: typeof points) => dispatch({ type: 'points', key: row.key, points: changed });
  const move = (at: number, [across, down]: readonly [number, number]) =>
    change(withPointMoved(row, at, across, down));
  /** Where the pointer is, as shares of the muscle. */
  const sharesOf = ({ clientX, clientY }: PointerEvent | MouseEvent) => {
    const inside = new DOMPoint(clientX, clientY).matrixTransform(svg.current?.getScreenCTM()?.inverse());
    return sharesAt(region, [inside.x, inside.y]);
  };
  return (
    <>
      <svg
        ref={svg}
        class="map"
        viewBox={[x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(' ')}
        role="group"
        aria-label={`Points in ${placeWords(row.muscle, region.side)}`}
        font-size={size}
        onPointerMove={(event) => {
          if (dragged.current !== undefined) move(dragged.current, sharesOf(event));
        }}
        onPointerUp={() => (dragged.current = undefined)}
        onPointerCancel={() => (dragged.current = undefined)}
      >
        {shapes.map((path) => (
          <path key={path} class="map-body" d={path} />
        ))}
        {lines.map((path) => (
          <path key={path} class="map-line" d={path} />
        ))}
        <path
          class={CLASSES.layer[region.layer]}
          d={region.path}
          onClick={(event) => change(withPointAt(row, ...sharesOf(event)))}
        />
        {points.map((point, at) => {
          const [across, down] = placeOfPoint(region, point);
          return (
            <g
              // A place has no other name than where it stands in the list.
              key={at}
              class="map-point"
              role="button"
              // An attribute of SVG keeps its case: written `tabIndex` it means nothing.
              tabindex={0}
              aria-label={`Point ${at + 1}, ${numberText(point.units)} units`}
              onPointerDown={(event) => {
                dragged.current = at;
                svg.current?.setPointerCapture(event.pointerId);
              }}
              onKeyDown={(event) => {
                const arrow = ARROWS[event.key];
                const mirrored = region.side === 'left' ? -1 : 1;
                if (arrow) move(at, [point.x + arrow[0] * mirrored, point.y + arrow[1]]);
                else if (event.key === 'Delete' || event.key === 'Backspace') change(withoutPoint(row, at));
                else return;
                event.preventDefault();
              }}
            >
              <circle cx={across} cy={down} r={size} />
              <text x={across} y={down + size * 0.35} text-anchor="middle">
                {numberText(point.units)}
              </text>
            </g>
          );
        })}
      </svg>
      <PointUnits row={row} dispatch={dispatch} />
      <div class="row">
        <button type="button" onClick={() => change(withPointAt(row, 0.5, 0.5))}>
          Add a point
        </button>
        <button type="button" onClick={onClose}>
          Whole map
        </button>
      </div>
      <p class="hint">
        Tap the muscle to add a point, drag it to move it. By keyboard: arrows move a point, Delete removes
        it.
      </p>
    </>
  );
}
