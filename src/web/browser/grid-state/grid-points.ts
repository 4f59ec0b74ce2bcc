import { rescaledPoints, sitesOfPoints, type InjectionPoint } from '../../../clinical/doses/injection-points';
import { toHundredth } from '../../../clinical/numbers';
import { readNumber } from '../../shared/typed-number';
import type { GridRow } from './grid-state';
import { isAmount } from './typed-amounts';

/**
 * The points of a row, for the units that stand in it.
 *
 * Other units are spread over them in the shares they had. There are none where the row has no units, where they cannot
 * hold them, or where other sites were typed.
 */
export function pointsOf({ units, sites, side, points = [] }: GridRow): readonly InjectionPoint[] {
  if (points.length === 0 || !isAmount(units)) return [];
  if (sites.trim() !== '' && readNumber(sites) !== sitesOfPoints(points, side)) return [];
  return rescaledPoints(points, readNumber(units)!, side);
}

/** One place more: what the row gets is spread evenly, so that a tap gives nobody more units. */
export function withPointAt(row: GridRow, x: number, y: number): readonly InjectionPoint[] {
  return evenly(row, [...pointsOf(row), { x, y, units: 1 }]);
}

/** One place less, its units spread evenly over the others. */
export function withoutPoint(row: GridRow, at: number): readonly InjectionPoint[] {
  return evenly(row, pointsOf(row).toSpliced(at, 1));
}

/** A place moved by so much, never out of the muscle's box. */
export function withPointMoved(row: GridRow, at: number, x: number, y: number): readonly InjectionPoint[] {
  const kept = (share: number) => toHundredth(Math.min(1, Math.max(0, share)));
  return pointsOf(row).map((point, index) => (index === at ? { ...point, x: kept(x), y: kept(y) } : point));
}

/** What one place gets is changed, and with it what the row gets. */
export function withPointUnits(row: GridRow, at: number, units: number): readonly InjectionPoint[] {
  return pointsOf(row).map((point, index) => (index === at ? { ...point, units } : point));
}

function evenly({ units, side }: GridRow, points: readonly InjectionPoint[]): readonly InjectionPoint[] {
  return rescaledPoints(
    points.map((point) => ({ ...point, units: 1 })),
    readNumber(units) ?? 0,
    side,
  );
}
