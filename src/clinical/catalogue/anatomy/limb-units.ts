import type { InjectionSide } from '../muscles';
import { isMuscle, MUSCLES } from '../muscles';

/** Units of the one product of a session. */
export interface Placed {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: number;
}

export type Limb = 'upper_limb' | 'lower_limb';

/** Units in the left and the right limb. What was given to both sides together counts half for each. */
export function limbUnits(injected: readonly Placed[], limb: Limb): { left: number; right: number } {
  const inLimb = injected.filter(({ muscle }) => isMuscle(muscle) && MUSCLES[muscle].region === limb);
  return { left: unitsOnSide(inLimb, 'left'), right: unitsOnSide(inLimb, 'right') };
}

export function unitsOnSide(injected: readonly Placed[], side: 'left' | 'right'): number {
  return injected.reduce((sum, injection) => {
    if (injection.side === side) return sum + injection.units;
    return injection.side === 'bilateral' ? sum + injection.units / 2 : sum;
  }, 0);
}
