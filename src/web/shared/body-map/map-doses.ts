import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import { placeWords } from '../injection-words';
import { numberText, readNumber } from '../typed-number';
import type { Label } from './body-map-labels';
import { holds, isAtHomeIn, layersOf, MAP_REGIONS, type MapRegion } from './body-map-regions';
import type { MapView } from './body-map-views';
import type { MapLayer } from './plates/plate';

/** What is shown at a muscle: units given, or what has changed there. */
export interface MapDose {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: string;
  /** Where in the muscle; none: not told. */
  readonly points?: readonly { readonly x: number; readonly y: number }[];
  /** In place of "80 units", where a difference is shown: "10 units more". */
  readonly words?: string;
  readonly tone?: 'more' | 'less';
}

/** Where two regions beside the midline are so narrow, what is given to both is written once, between them. */
const NARROW = 14;

/** The regions that are drawn: those of the layer, and whatever else has a dose, so that none is hidden. */
export function regionsShown(
  view: MapView,
  layer: MapLayer,
  doses: readonly MapDose[],
): readonly MapRegion[] {
  return MAP_REGIONS.filter(
    (region) => region.view === view && (region.layer === layer || dosesIn(region, doses).length > 0),
  );
}

/** The layer of a view with most doses; the first that it has, where there are none. */
export function layerFor(view: MapView, doses: readonly MapDose[]): MapLayer {
  const told = MAP_REGIONS.filter((region) => region.view === view && dosesIn(region, doses).length > 0);
  const count = (layer: MapLayer) => told.filter((region) => region.layer === layer).length;
  return layersOf(view).toSorted((a, b) => count(b) - count(a))[0] ?? 'surface';
}

/** The units at the regions where they are told; of what is given to both sides each side has its half. */
export function labelsOf(regions: readonly MapRegion[], doses: readonly MapDose[]): readonly Label[] {
  return regions.flatMap((region): readonly Label[] => {
    const here = atHome(region, dosesIn(region, doses));
    if (here.length === 0) return [];
    const { id, side, middle } = region;
    const isNarrow = regions.some((other) => isMirrorOf(other, region)) && Math.abs(middle[0]) < NARROW;
    const shared = isNarrow && side !== 'midline' && here.every((dose) => dose.side === 'bilateral');
    if (shared && side === 'left') return [];
    const text = here.map(sideUnits).join(' / ');
    return [{ id, text: shared ? `${text} | ${text}` : text, at: shared ? [0, middle[1]] : middle }];
  });
}

/** "Splenius capitis right, 80 units"; of a region with several muscles those that have a dose, else all names. */
export function regionWords({ muscles, side }: MapRegion, doses: readonly MapDose[]): string {
  if (doses.length === 0) return muscles.map((muscle) => placeWords(muscle, side)).join(' or ');
  return doses.map((dose) => `${placeWords(dose.muscle, dose.side)}, ${doseWords(dose)}`).join('; ');
}

export function doseWords({ units, words }: MapDose): string {
  return words ?? (units === '' ? 'no units yet' : `${units} units`);
}

export function atHome({ view }: MapRegion, doses: readonly MapDose[]): readonly MapDose[] {
  return doses.filter(({ muscle, side }) => isAtHomeIn(view, muscle, side));
}

export function dosesIn(region: MapRegion, doses: readonly MapDose[]): readonly MapDose[] {
  return doses.filter(({ muscle, side }) => holds(region, muscle, side));
}

/** What one side gets. What is no number, as in a difference, is of both sides. */
function sideUnits({ units, side }: MapDose): string {
  if (units === '') return '?';
  const number = side === 'bilateral' && /^\d/.test(units) ? readNumber(units) : undefined;
  return number === undefined ? units : numberText(number / 2);
}

function isMirrorOf(one: MapRegion, other: MapRegion): boolean {
  return one.id !== other.id && one.muscles[0] === other.muscles[0] && one.view === other.view;
}
