import type { MapRegion } from './body-map-regions';
import type { Point } from './body-map-shape';

/**
 * Which region does an arrow key lead to?
 *
 * The nearest of those that lie more in its direction than aside of it; where there is none, the nearest that lies in its
 * direction at all, so that every region can be reached.
 */
export function neighbourOf(
  { id, middle }: MapRegion,
  key: string,
  among: readonly MapRegion[],
): MapRegion | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const onward = among
    .filter((other) => other.id !== id)
    .map((region) => {
      const [dx, dy] = [region.middle[0] - middle[0], region.middle[1] - middle[1]];
      const ahead = dx * step[0] + dy * step[1];
      const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      return { region, ahead, aside, distance: Math.hypot(dx, dy) };
    })
    .filter(({ ahead }) => ahead > 0)
    .toSorted((a, b) => a.distance - b.distance);
  return (onward.find(({ ahead, aside }) => ahead >= aside) ?? onward[0])?.region;
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
