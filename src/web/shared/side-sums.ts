import type { InjectionSide } from '../../clinical/catalogue/muscles';
import { toHundredth } from '../../clinical/numbers';

export interface SideSums {
  readonly right: number;
  readonly left: number;
  /** In the midline, which has no side. */
  readonly midline: number;
}

/** How much each side gets: of what is given to both sides together, one half each, as the drawing shows it. */
export function sideSums(bySide: Readonly<Record<InjectionSide, number>>): SideSums {
  const each = bySide.bilateral / 2;
  return {
    right: toHundredth(bySide.right + each),
    left: toHundredth(bySide.left + each),
    midline: bySide.midline,
  };
}
