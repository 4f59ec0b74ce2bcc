import {
  drawnStrength,
  drawnVolume,
  unitsDrawn,
  type Drawn,
  type MadeUp,
} from '../../../clinical/doses/drawn-volume';
import { readNumber } from '../../shared/typed-number';
import type { DilutionFields, GridRow, GridState } from './grid-state';
import { isAmount, isAmountOrNone, isCount } from './typed-amounts';

type Diluted = Pick<GridState, 'product' | 'vials' | 'dilution'>;

/** Units in a millilitre: as the listed vials say, and while none says it, as the dilution does. */
export function strengthIn(state: Diluted): number | undefined {
  const { product, vials, dilution } = state;
  if (vialsSayStrength(state)) return drawnStrength(product, vials.map(madeUp));
  return dilution && drawnStrength(product, [madeUp(dilution)]);
}

/** Does a listed vial say how it is reconstituted? */
export function vialsSayStrength({ product, vials }: Diluted): boolean {
  return vials.some((vial) => drawnStrength(product, [madeUp(vial)]) !== undefined);
}

/** What a row draws of that; nothing while its units are not typed. */
export function drawnIn({ units, sites }: GridRow, state: Diluted): Drawn | undefined {
  const strength = strengthIn(state);
  if (strength === undefined || !isAmount(units)) return undefined;
  return drawnVolume(
    { units: readNumber(units)!, sites: isCount(sites) ? readNumber(sites) : undefined },
    strength,
  );
}

/** The volume of a row: as it was typed, else worked out. Of a session on record nothing is worked out that was not written down. */
export function volumeIn(row: GridRow, state: Diluted): number | undefined {
  if (isAmount(row.volumeMl)) return readNumber(row.volumeMl);
  return state.dilution && row.volumeMl.trim() === '' ? drawnIn(row, state)?.volumeMl : undefined;
}

/** The units that a typed volume holds, where none are typed. */
export function unitsIn({ units, volumeMl }: GridRow, state: Diluted): number | undefined {
  const strength = strengthIn(state);
  if (strength === undefined || units.trim() !== '' || !isAmount(volumeMl)) return undefined;
  return unitsDrawn(readNumber(volumeMl)!, strength);
}

function madeUp({ vialUnits, diluentMl }: DilutionFields): MadeUp {
  return {
    ...(isAmount(vialUnits) && { vialUnits: readNumber(vialUnits) }),
    ...(diluentMl.trim() !== '' && isAmountOrNone(diluentMl) && { diluentMl: readNumber(diluentMl) }),
  };
}
