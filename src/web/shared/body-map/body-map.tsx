import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import { edgesOf, outlineOf } from './body-map-outline';
import {
  holds,
  isAtHomeIn,
  MAP_REGIONS,
  MAP_VIEWS,
  neighbourOf,
  type MapRegion,
  type MapView,
} from './body-map-regions';
import { placeWords } from '../injection-words';
import { CLASSES, classes } from '../classes';
import { placedLabels, type Label } from './body-map-labels';
import { numberText, readNumber } from '../typed-number';

/** What is shown at a muscle: units given, or what has changed there. */
export interface MapDose {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: string;
  /** In place of "80 units", where a difference is shown: "10 units more". */
  readonly words?: string;
  readonly tone?: 'more' | 'less';
}

export interface BodyMapProps {
  readonly view: MapView;
  readonly doses: readonly MapDose[];
  /** Regions are buttons when given; a picture with a description when not. */
  readonly pick?: MapPicking;
}

/** How regions are picked. One of them is a stop of the Tab key; arrow keys go to the others. */
export interface MapPicking {
  /** The id of the region where one was last. */
  readonly at: string | undefined;
  readonly onMove: (regionId: string) => void;
  readonly onPick: (region: MapRegion) => void;
}

/** One view of the drawing. The patient's left is on the viewer's right from the front, and the other way from behind. */
export function BodyMap({ view, doses, pick }: BodyMapProps) {
  const { viewBox, shapes, lines } = outlineOf(view);
  const [x = 0, y = 0, width = 0] = viewBox.split(' ').map(Number);
  const { atLeft, atRight } = edgesOf(view);
  const name = MAP_VIEWS.find((mapView) => mapView.view === view)?.name ?? view;
  const regions = MAP_REGIONS.filter((region) => region.view === view);
  const stop =
    regions.find(({ id }) => id === pick?.at) ??
    regions.find((region) => dosesIn(region, doses).length > 0) ??
    regions[0];
  const described = doses
    .filter((dose) => regions.some((region) => holds(region, dose.muscle, dose.side)))
    .map((dose) => `${placeWords(dose.muscle, dose.side)}, ${wordsOf(dose)}`);
  const label = pick ? `${name}. R is the patient’s right.` : `${name}: ${described.join('; ') || 'nothing'}`;
  return (
    <svg class={CLASSES.map[view]} viewBox={viewBox} role={pick ? 'group' : 'img'} aria-label={label}>
      {shapes.map((path) => (
        <path key={path} class="map-body" d={path} />
      ))}
      <text class="map-edge" x={x + 4} y={y + 14}>
        {atLeft}
      </text>
      <text class="map-edge" x={x + width - 4} y={y + 14} text-anchor="end">
        {atRight}
      </text>
      {regions.map((region) => (
        <Region
          key={region.id}
          region={region}
          doses={dosesIn(region, doses)}
          stop={region === stop}
          pick={pick}
        />
      ))}
      {lines.map((path) => (
        <path key={path} class="map-line" d={path} />
      ))}
      {placedLabels(labelsOf(regions, doses), UNITS_SIZE[view]).map(({ id, text, at, middle }) => (
        <g key={id} aria-hidden="true">
          {middle[1] !== at[1] && <path class="map-line" d={`M${at.join(' ')}L${middle.join(' ')}`} />}
          <text class="map-units" x={middle[0]} y={middle[1] + 3} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface RegionProps {
  readonly region: MapRegion;
  readonly doses: readonly MapDose[];
}

type PickableProps = RegionProps & Pick<BodyMapProps, 'pick'> & { readonly stop: boolean };

function Region({ region, doses, stop, pick }: PickableProps) {
  const tone = doses.find((dose) => dose.tone)?.tone;
  const look = {
    class: classes(
      'map-region',
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
        const next = neighbourOf(region, event.key);
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

/** Where two regions beside the midline are so narrow, what is given to both is written once, between them. */
const NARROW = 14;

/** The size of the letters of the units, as the style sheet has it. */
export const UNITS_SIZE: Readonly<Record<MapView, number>> = {
  front: 9,
  back: 9,
  right: 9,
  left: 9,
  'arms-front': 8,
  'arms-back': 8,
  'legs-front': 8,
  'legs-back': 8,
};

/** The units at the regions where they are told; of what is given to both sides each side has its half. */
export function labelsOf(regions: readonly MapRegion[], doses: readonly MapDose[]): readonly Label[] {
  return regions.flatMap((region): readonly Label[] => {
    const here = atHome(region, dosesIn(region, doses));
    if (here.length === 0) return [];
    const { id, view, side, middle } = region;
    const isNarrow = view !== 'right' && view !== 'left' && Math.abs(middle[0]) < NARROW;
    const shared = isNarrow && side !== 'midline' && here.every((dose) => dose.side === 'bilateral');
    if (shared && side === 'left') return [];
    const text = here.map(sideUnits).join(' / ');
    return [{ id, text: shared ? `${text} | ${text}` : text, at: shared ? [0, middle[1]] : middle }];
  });
}

/** What one side gets. What is no number, as in a difference, is of both sides. */
function sideUnits({ units, side }: MapDose): string {
  if (units === '') return '?';
  const number = side === 'bilateral' && /^\d/.test(units) ? readNumber(units) : undefined;
  return number === undefined ? units : numberText(number / 2);
}

function atHome({ view }: MapRegion, doses: readonly MapDose[]): readonly MapDose[] {
  return doses.filter(({ muscle, side }) => isAtHomeIn(view, muscle, side));
}

function dosesIn(region: MapRegion, doses: readonly MapDose[]): readonly MapDose[] {
  return doses.filter(({ muscle, side }) => holds(region, muscle, side));
}

/** "Splenius capitis right, 80 units"; of a region with several muscles those that have a dose, else all names. */
function regionWords({ muscles, side }: MapRegion, doses: readonly MapDose[]): string {
  if (doses.length === 0) return muscles.map((muscle) => placeWords(muscle, side)).join(' or ');
  return doses.map((dose) => `${placeWords(dose.muscle, dose.side)}, ${wordsOf(dose)}`).join('; ');
}

function wordsOf({ units, words }: MapDose): string {
  return words ?? (units === '' ? 'no units yet' : `${units} units`);
}
