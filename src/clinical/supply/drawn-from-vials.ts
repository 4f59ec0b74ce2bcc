import { toHundredth } from '../numbers';

/** A vial of a session: what it held for this session, and what of it is said to have been thrown away. */
export interface HeldVial {
  readonly held: number;
  readonly unitsDiscarded?: number | null;
}

export interface Drawn {
  readonly vials: readonly { readonly given: number; readonly discarded: number }[];
  /** What was given and no vial holds. */
  readonly short: number;
}

/**
 * How much of a session came from which of its vials? All units are of the session's product.
 *
 * A vial that says what was discarded gave the rest of its content; what is left to give comes from the others in their
 * order. A vial never gives more than it holds: what is missing is told.
 */
export function drawnFromVials(given: number, vials: readonly HeldVial[]): Drawn {
  let left = given;
  const drawn = vials.map(() => ({ given: 0, discarded: 0 }));
  const take = (at: number, most: number): void => {
    const units = toHundredth(Math.max(0, Math.min(left, most)));
    left = toHundredth(left - units);
    drawn[at]!.given = units;
  };
  vials.forEach(({ held, unitsDiscarded }, at) => {
    if (typeof unitsDiscarded !== 'number') return;
    drawn[at]!.discarded = Math.min(unitsDiscarded, held);
    take(at, toHundredth(held - unitsDiscarded));
  });
  vials.forEach(({ held, unitsDiscarded }, at) => {
    if (typeof unitsDiscarded !== 'number') take(at, held);
  });
  return { vials: drawn, short: left };
}
