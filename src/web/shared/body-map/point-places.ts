import { toHundredth } from '../../../clinical/numbers';
import type { MapRegion } from './body-map-regions';
import type { Point } from './body-map-shape';

/** Where in the drawing a point of a muscle stands: on the left side `x` is mirrored. */
export function placeOfPoint(
  { box: [left, top, width, height], side }: MapRegion,
  point: { readonly x: number; readonly y: number },
): Point {
  const across = side === 'left' ? 1 - point.x : point.x;
  return [toHundredth(left + across * width), toHundredth(top + point.y * height)];
}

/** The shares of the muscle at a place in the drawing. */
export function sharesAt(
  { box: [left, top, width, height], side }: MapRegion,
  [x, y]: Point,
): readonly [x: number, y: number] {
  const across = (x - left) / width;
  return [share(side === 'left' ? 1 - across : across), share((y - top) / height)];
}

function share(value: number): number {
  return toHundredth(Math.min(1, Math.max(0, value)));
}
