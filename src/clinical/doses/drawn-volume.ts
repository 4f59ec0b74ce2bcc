import { INJECTION_ML, INJECTION_UNITS } from '../bounds';
import { toHundredth } from '../numbers';
import { strengthOf } from '../plausible/dilution';
import type { ToxinProduct } from '../units';

/** What stands on a vial and what was added; undefined where nobody has said it. */
export interface MadeUp {
  readonly vialUnits?: number;
  readonly diluentMl?: number;
}

/**
 * Units in a millilitre of what is drawn from.
 *
 * Of several vials only where all are made up alike and all say how; what is sold as a solution needs no diluent.
 */
export function drawnStrength(product: ToxinProduct, vials: readonly MadeUp[]): number | undefined {
  const strengths = vials.map(({ vialUnits, diluentMl }) =>
    vialUnits ? strengthOf(product, { vialUnits, diluentMl }) : undefined,
  );
  const [first] = strengths;
  return first !== undefined &&
    strengths.every((strength) => strength !== undefined && alike(strength, first))
    ? first
    : undefined;
}

/** What one row draws, and what each of its sites gets. */
export interface Drawn {
  readonly volumeMl: number;
  /** Where the sites are counted: in one of them, to a thousandth of a millilitre, as a fine syringe is read. */
  readonly siteMl?: number;
  readonly siteUnits?: number;
}

/**
 * What volume holds these units?
 *
 * The volume of the row to a hundredth of a millilitre; none where that is nothing or more than can be written down.
 */
export function drawnVolume(
  { units, sites }: { readonly units: number; readonly sites?: number },
  strength: number,
): Drawn | undefined {
  const volumeMl = toHundredth(units / strength);
  if (volumeMl < INJECTION_ML.min || volumeMl > INJECTION_ML.max) return undefined;
  return {
    volumeMl,
    ...(sites && {
      siteMl: Math.round((units / strength / sites) * 1000) / 1000,
      siteUnits: toHundredth(units / sites),
    }),
  };
}

/** Which units does this volume hold? To a hundredth; none where that is nothing or more than can be written down. */
export function unitsDrawn(volumeMl: number, strength: number): number | undefined {
  const units = toHundredth(volumeMl * strength);
  return units < INJECTION_UNITS.min || units > INJECTION_UNITS.max ? undefined : units;
}

function alike(a: number, b: number): boolean {
  return toHundredth(a) === toHundredth(b);
}
