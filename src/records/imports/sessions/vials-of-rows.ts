import { distinct, type ReadVial, type SessionRow } from './session-row';

type VialCells = Pick<SessionRow, 'lotNumber' | 'expiresOn' | 'vialUnits' | 'diluentMl' | 'unitsDiscarded'>;

export interface ReadVials {
  readonly vials: ReadVial[];
  /** Lots of which the file does not say enough for a vial, in words for the session's note. */
  readonly unnamed: readonly string[];
}

/** The vials that the rows of a session name: rows that say the same of one lot are about one vial. */
export function vialsOf(rows: readonly VialCells[]): ReadVials {
  const vials = new Map<string, ReadVial>();
  const unnamed: string[] = [];
  for (const { lotNumber, expiresOn, vialUnits, diluentMl = null, unitsDiscarded = null } of rows) {
    if (lotNumber === undefined) continue;
    if (expiresOn === undefined || vialUnits === undefined) unnamed.push(`Lot ${lotNumber}`);
    else {
      const vial = { lotNumber, expiresOn, vialUnits, diluentMl, unitsDiscarded };
      vials.set(JSON.stringify(vial), vial);
    }
  }
  return { vials: [...vials.values()], unnamed: distinct(unnamed) };
}
