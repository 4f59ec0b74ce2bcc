import type { InjectionSide, MuscleSlug } from '../../../clinical/catalogue/muscles';
import { boxOf, loopsOf, middleOf, mirrored, softPath, type Box, type Point } from './body-map-shape';
import { MAP_VIEWS, type HandSide, type MapView, type MapViewRow } from './body-map-views';
import { MAP_LAYERS, type MapLayer, type Shape } from './plates/plate';

/** A place on the drawing, with the muscles that are reached there: more than one where one is part of another. */
export interface MapRegion {
  readonly id: string;
  readonly view: MapView;
  readonly layer: MapLayer;
  readonly side: Exclude<InjectionSide, 'bilateral'>;
  readonly muscles: readonly MuscleSlug[];
  readonly path: string;
  readonly middle: Point;
  /** What its points lie in. */
  readonly box: Box;
}

export const MAP_REGIONS: readonly MapRegion[] = MAP_VIEWS.flatMap((row) =>
  MAP_LAYERS.flatMap((layer) => regionsOf(row, layer)),
);

/** The layers of a view that hold anything. */
export function layersOf(view: MapView): readonly MapLayer[] {
  return MAP_LAYERS.filter((layer) =>
    MAP_REGIONS.some((region) => region.view === view && region.layer === layer),
  );
}

/** Is it in this view that the dose of this place is told? Elsewhere it is only marked as being there too. */
export function isAtHomeIn(view: MapView, muscle: string, side: InjectionSide): boolean {
  return placesOf({ muscle, side }).some((place) => homeOf(place) === view);
}

/** As few views as show every one of these doses, the one that shows most of them first. */
export function viewsFor(doses: readonly Dosed[]): readonly MapView[] {
  return viewsOf(doses.flatMap(placesOf));
}

export function holds(drawn: MapRegion, muscle: string, side: InjectionSide): boolean {
  if (!(drawn.muscles as readonly string[]).includes(muscle)) return false;
  return (
    side === drawn.side || (side === 'bilateral' && drawn.side !== 'midline') || drawn.side === 'midline'
  );
}

interface Dosed {
  readonly muscle: string;
  readonly side: InjectionSide;
}

/** A muscle on one side: what is given to both sides is in two places. */
function placesOf({ muscle, side }: Dosed): readonly Dosed[] {
  return side === 'bilateral'
    ? [
        { muscle, side: 'right' },
        { muscle, side: 'left' },
      ]
    : [{ muscle, side }];
}

function viewsOf(places: readonly Dosed[]): readonly MapView[] {
  const shownBy = (view: MapView) => places.filter((place) => homeOf(place) === view);
  const [fullest] = MAP_VIEWS.map(({ view }) => ({ view, shown: shownBy(view) })).toSorted(
    (a, b) => b.shown.length - a.shown.length,
  );
  if (!fullest || fullest.shown.length === 0) return [];
  return [fullest.view, ...viewsOf(places.filter((place) => !fullest.shown.includes(place)))];
}

/** Muscles that are reached elsewhere than in the first view that shows them. */
const HOMES: Readonly<Partial<Record<MuscleSlug, MapView>>> = { trapezius: 'nape' };

/** The one view in which the dose of a muscle is told. */
function homeOf({ muscle, side }: Dosed): MapView | undefined {
  return HOMES[muscle as MuscleSlug] ?? MAP_REGIONS.find((region) => holds(region, muscle, side))?.view;
}

function regionsOf({ view, plate, drawn, only }: MapViewRow, layer: MapLayer): readonly MapRegion[] {
  const shapes = plate.shapes[layer] ?? [];
  if (only) return shapes.map((shape) => placed({ view, layer, side: only }, shape, only !== drawn));
  return [
    ...shapes.flatMap((shape) => [
      placed({ view, layer, side: drawn }, shape),
      placed({ view, layer, side: other(drawn) }, shape, true),
    ]),
    ...(plate.midline?.[layer] ?? []).map((shape) => placed({ view, layer, side: 'midline' }, shape)),
  ];
}

function placed(
  place: Pick<MapRegion, 'view' | 'layer' | 'side'>,
  [muscle, text]: Shape,
  mirror = false,
): MapRegion {
  const muscles = typeof muscle === 'string' ? [muscle] : muscle;
  const loops = loopsOf(text).map((points) => (mirror ? mirrored(points) : points));
  return {
    id: `map-${place.view}-${muscles[0]}-${place.side}`,
    ...place,
    muscles,
    path: loops.map(softPath).join(''),
    // Of several loops the one in the middle bears the number.
    middle: middleOf(loops[Math.floor(loops.length / 2)]!),
    box: boxOf(loops.flat()),
  };
}

function other(side: HandSide): HandSide {
  return side === 'left' ? 'right' : 'left';
}
