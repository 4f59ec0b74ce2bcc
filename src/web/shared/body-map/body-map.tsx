import { CLASSES, classes } from '../classes';
import { placeWords } from '../injection-words';
import { placedLabels } from './body-map-labels';
import { holds, type MapRegion } from './body-map-regions';
import { edgesOf, outlineOf, viewRow, type MapView, type Outline } from './body-map-views';
import { atHome, dosesIn, doseWords, labelsOf, layerFor, regionsShown, regionWords } from './map-doses';
import type { MapDose } from './map-doses';
import { neighbourOf } from './map-keys';
import { placeOfPoint } from './point-places';
import type { MapLayer, Plate } from './plates/plate';

export interface BodyMapProps {
  readonly view: MapView;
  readonly doses: readonly MapDose[];
  /** What is drawn besides the muscles with doses; if not told, the layer with most doses. */
  readonly layer?: MapLayer;
  /** Regions are buttons when given; a picture with a description when not, of the doses alone while its script is on the way. */
  readonly pick?: MapPicking | 'not-yet';
}

/** How regions are picked. One of them is a stop of the Tab key; arrow keys go to the others. */
export interface MapPicking {
  /** The id of the region where one was last. */
  readonly at: string | undefined;
  readonly onMove: (regionId: string) => void;
  readonly onPick: (region: MapRegion) => void;
}

/** One view of the drawing. The patient's left is on the viewer's right from the front, and the other way from behind. */
export function BodyMap({ view, doses, layer = layerFor(view, doses), pick: picking }: BodyMapProps) {
  const pick = picking === 'not-yet' ? undefined : picking;
  const row = viewRow(view);
  const { name, plate } = row;
  const { shapes, lines } = picking === 'not-yet' ? NOTHING : outlineOf(row);
  const { atLeft, atRight } = edgesOf(row);
  const [x, y, width] = plate.viewBox;
  const size = lettersOf(plate);
  const regions = regionsShown(view, layer, doses).filter(
    (region) => picking !== 'not-yet' || dosesIn(region, doses).length > 0,
  );
  const stop =
    regions.find(({ id }) => id === pick?.at) ??
    regions.find((region) => dosesIn(region, doses).length > 0) ??
    regions[0];
  const described = doses
    .filter((dose) => regions.some((region) => holds(region, dose.muscle, dose.side)))
    .map((dose) => `${placeWords(dose.muscle, dose.side)}, ${doseWords(dose)}`);
  const label = pick ? `${name}. R is the patient’s right.` : `${name}: ${described.join('; ') || 'nothing'}`;
  return (
    <svg
      class="map"
      viewBox={plate.viewBox.join(' ')}
      role={pick ? 'group' : 'img'}
      aria-label={label}
      font-size={size}
    >
      {shapes.map((path) => (
        <path key={path} class="map-body" d={path} />
      ))}
      <text class="map-edge" x={x + 4} y={y + size + 3}>
        {atLeft}
      </text>
      <text class="map-edge" x={x + width - 4} y={y + size + 3} text-anchor="end">
        {atRight}
      </text>
      {regions.map((region) => (
        <Region
          key={region.id}
          region={region}
          doses={dosesIn(region, doses)}
          stop={region === stop}
          among={regions}
          pick={pick}
        />
      ))}
      {lines.map((path) => (
        <path key={path} class="map-line" d={path} />
      ))}
      {regions.flatMap((region) =>
        atHome(region, dosesIn(region, doses)).flatMap(({ muscle, points = [] }) =>
          points.map((point, at) => {
            const [cx, cy] = placeOfPoint(region, point);
            return (
              <circle key={`${region.id} ${muscle} ${at}`} class="map-place" cx={cx} cy={cy} r={size / 5} />
            );
          }),
        ),
      )}
      {placedLabels(labelsOf(regions, doses), size, plate.viewBox).map(({ id, text, at, middle }) => (
        <g key={id} aria-hidden="true">
          {middle[1] !== at[1] && <path class="map-leader" d={`M${at.join(' ')}L${middle.join(' ')}`} />}
          <text class="map-units" x={middle[0]} y={middle[1] + size / 3} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Of a drawing whose script is on the way only what was given is sent: the script draws the rest. */
const NOTHING: Outline = { shapes: [], lines: [] };

interface RegionProps {
  readonly pick?: MapPicking;
  readonly region: MapRegion;
  readonly doses: readonly MapDose[];
  readonly stop: boolean;
  readonly among: readonly MapRegion[];
}

function Region({ region, doses, stop, among, pick }: RegionProps) {
  const tone = doses.find((dose) => dose.tone)?.tone;
  const look = {
    class: classes(
      CLASSES.layer[region.layer],
      doses.length > 0 && (atHome(region, doses).length > 0 ? 'map-dosed' : 'map-also'),
      tone && CLASSES.region[tone],
    ),
  };
  if (!pick) return <path {...look} d={region.path} />;
  return (
    <g
      id={region.id}
      {...look}
      role="button"
      // An attribute of SVG keeps its case: written `tabIndex` it means nothing.
      tabindex={stop ? 0 : -1}
      aria-label={regionWords(region, doses)}
      onClick={() => pick.onPick(region)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        const next = neighbourOf(region, event.key, among);
        if (next) pick.onMove(next.id);
        else if (event.key === 'Enter' || event.key === ' ') pick.onPick(region);
        else return;
        event.preventDefault();
      }}
    >
      <title>{regionWords(region, doses)}</title>
      <path d={region.path} />
    </g>
  );
}

/** Where the log form shows a drawing it has about so much room, in pixels, and letters of this size. */
const ROOM = { width: 336, height: 544, letters: 14 };

/** How large the letters are in a drawing, so that they are equally large in all. */
export function lettersOf({ viewBox: [, , width, height] }: Plate): number {
  return Math.round(ROOM.letters * Math.max(width / ROOM.width, height / ROOM.height) * 10) / 10;
}
