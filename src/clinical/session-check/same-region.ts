import type { Placed } from '../catalogue/anatomy/limb-units';
import { wholeOf } from '../catalogue/muscles';

type Place = Pick<Placed, 'muscle' | 'side'>;

/** Do two sessions inject the same muscle on the same side? A muscle and its part (`…_upper_lid`) are the same. */
export function sharesMuscle(first: readonly Place[], second: readonly Place[]): boolean {
  return first.some((place) =>
    second.some((other) => sameMuscle(place.muscle, other.muscle) && sameSide(place.side, other.side)),
  );
}

/** Do two sessions hold one and the same row: muscle, side and units? */
export function sharesInjection(first: readonly Placed[], second: readonly Placed[]): boolean {
  return first.some((place) =>
    second.some(
      (other) => place.muscle === other.muscle && place.side === other.side && place.units === other.units,
    ),
  );
}

function sameMuscle(one: string, other: string): boolean {
  if (wholeOf(one) === other || wholeOf(other) === one) return true;
  return one === other || one.startsWith(`${other}_`) || other.startsWith(`${one}_`);
}

function sameSide(one: Place['side'], other: Place['side']): boolean {
  return one === other || one === 'bilateral' || other === 'bilateral';
}
