import { PRODUCTS } from '../catalogue/products';
import type { InjectionSide } from '../catalogue/muscles';
import { toHundredth } from '../numbers';
import type { ToxinProduct } from '../units';
import { counted } from '../words';

/**
 * One place in a muscle, and what it got. `x` and `y` are shares of the muscle's drawing on the patient's right: `x` from
 * the viewer's left, `y` from above. On the left side `x` is mirrored, so that the same numbers are the same place.
 */
export interface InjectionPoint {
  readonly x: number;
  readonly y: number;
  readonly units: number;
}

interface PointedInjection {
  readonly side: InjectionSide;
  readonly units: number;
  readonly sites?: number | null;
  readonly points?: readonly InjectionPoint[] | null;
}

/**
 * What is wrong with the points of an injection? Nothing where it has none.
 *
 * Together they are its units, to the hundredth, and its sites where these are told. Of an injection of both sides they
 * are those of each side, so they are its half.
 */
export function pointsProblem(injection: PointedInjection, product: ToxinProduct): string | undefined {
  const { side, units, sites, points } = injection;
  if (!points || points.length === 0) return undefined;
  const [{ brand }, isBoth] = [PRODUCTS[product], side === 'bilateral'];
  const told = unitsOfPoints(points, side);
  if (told !== toHundredth(units))
    return `The points hold ${told} U ${brand}${isBoth ? ' on both sides together' : ''}, the injection says ${units} U ${brand}: change one of them so that they agree.`;
  const places = sitesOfPoints(points, side);
  if (sites !== undefined && sites !== null && sites !== places)
    return `There ${places === 1 ? 'is' : 'are'} ${counted(places, 'point')}${isBoth ? ' on both sides together' : ''}, the injection says ${counted(sites, 'site')}: leave the sites out, or change one of them so that they agree.`;
  return undefined;
}

/** The units of an injection with these points. */
export function unitsOfPoints(points: readonly InjectionPoint[], side: InjectionSide): number {
  return toHundredth(points.reduce((sum, { units }) => sum + units, 0) * sidesOf(side));
}

/** How many sites these points are. */
export function sitesOfPoints(points: readonly InjectionPoint[], side: InjectionSide): number {
  return points.length * sidesOf(side);
}

/** What the fullest site of an injection gets: its points tell it, else all sites get the same; undefined where neither is known. */
export function unitsInSite({ units, sites, points }: Omit<PointedInjection, 'side'>): number | undefined {
  if (points && points.length > 0) return Math.max(...points.map((point) => point.units));
  return sites ? units / sites : undefined;
}

/** An injection whose sites are counted where its points tell them. */
export function withSites<Told extends PointedInjection>(injection: Told): Told {
  const { sites, points, side } = injection;
  if (!points || points.length === 0 || (sites !== undefined && sites !== null)) return injection;
  return { ...injection, sites: sitesOfPoints(points, side) };
}

/**
 * The same points for other units, in the shares they had; what is left of rounding goes to the last. None where they
 * cannot hold the units: a half of a hundredth, or less than a hundredth a point.
 */
export function rescaledPoints(
  points: readonly InjectionPoint[],
  units: number,
  side: InjectionSide,
): readonly InjectionPoint[] {
  const wanted = units / sidesOf(side);
  const sum = points.reduce((total, point) => total + point.units, 0);
  if (sum === 0 || toHundredth(wanted) * sidesOf(side) !== toHundredth(units)) return [];
  const first = points
    .slice(0, -1)
    .map((point) => ({ ...point, units: downToHundredth((point.units / sum) * wanted) }));
  const rest = toHundredth(wanted - first.reduce((total, point) => total + point.units, 0));
  const scaled = [...first, ...points.slice(-1).map((point) => ({ ...point, units: rest }))];
  return scaled.every((point) => point.units > 0) ? scaled : [];
}

/** `4 sites of 5 U Botox`, `3 sites of 5, 5 and 2.5 U Botox`; of both sides those of each. */
export function pointsText(
  points: readonly InjectionPoint[],
  side: InjectionSide,
  product: ToxinProduct,
): string {
  const units = points.map((point) => String(point.units));
  const alike = new Set(units).size === 1;
  const listed = alike ? units[0]! : `${units.slice(0, -1).join(', ')} and ${units.at(-1)}`;
  const each = side === 'bilateral' ? ' a side' : '';
  return `${counted(points.length, 'site')}${each} of ${listed} U ${PRODUCTS[product].brand}`;
}

function sidesOf(side: InjectionSide): number {
  return side === 'bilateral' ? 2 : 1;
}

/** Never more than there is: what is cut off goes to the last point. */
function downToHundredth(value: number): number {
  return Math.floor(toHundredth(value * 100)) / 100;
}
