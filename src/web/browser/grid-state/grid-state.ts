import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import type { InjectionPoint } from '../../../clinical/doses/injection-points';
import type { ToxinProduct } from '../../../clinical/units';

/** A row as it stands on the screen: what was typed, not yet read as numbers. */
export interface GridRow {
  readonly key: number;
  /** A slug of the catalogue; empty until one is chosen. */
  readonly muscle: string;
  /** What stands in the search field of the muscle. */
  readonly text: string;
  readonly side: InjectionSide;
  readonly units: string;
  readonly sites: string;
  readonly volumeMl: string;
  readonly guidance: string;
  /** Where in the muscle, as it was placed last. A draft of another release knows of none. */
  readonly points?: readonly InjectionPoint[];
}

/** A vial as it stands on the screen; the times are the clinic's wall clock, `2026-11-23T09:30`. */
export interface VialRow {
  readonly key: number;
  /** Of a vial of the stock: which one, and how it was found. A draft of another release knows of none. */
  readonly stock?: { readonly id: string; readonly state: 'closed' | 'open' | 'reconstituted' };
  readonly lotNumber: string;
  readonly expiresOn: string;
  readonly vialUnits: string;
  readonly reconstitutedAt: string;
  readonly diluentMl: string;
  readonly unitsDiscarded: string;
}

/** A vial of the stock as it comes into the list. */
export type StockVialRow = Omit<VialRow, 'key' | 'unitsDiscarded'> & Required<Pick<VialRow, 'stock'>>;

/** How the vials are reconstituted, as it is typed. */
export type DilutionFields = Readonly<Pick<VialRow, 'vialUnits' | 'diluentMl'>>;

/** A version of a protocol that rows began from, or an empty list. */
export type StartedFrom = { readonly id: string; readonly version: number } | 'nothing';

/** Everything that is typed while a session is logged: what the list, the map and the draft share. */
export interface GridState {
  /** The id that the session will have: it stays through every attempt, so that it is written once. */
  readonly id: string;
  readonly performedOn: string;
  readonly product: ToxinProduct;
  readonly rows: readonly GridRow[];
  readonly vials: readonly VialRow[];
  readonly note: string;
  /** Reason for going ahead, by the code of the finding. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Why a signed session is amended. */
  readonly amendReason: string;
  /** Units that were typed for another product, by product and row: they come back with it and never cross over. */
  readonly setAside: Readonly<Partial<Record<ToxinProduct, Readonly<Record<number, string>>>>>;
  /** The session that this one completes or touches up, by the id of its version that counts. */
  readonly continuesId?: string | null;
  /** What the rows began from, where that is not what the page came with. */
  readonly startedFrom?: StartedFrom;
  /** How the vials are reconstituted, while none of the list says it; volumes are worked out from it. A session on record has none. */
  readonly dilution?: DilutionFields;
  /** Rows that were copied forward and stand aside while only what is added is entered. */
  readonly copied?: readonly GridRow[];
  /** What was taken away and can come back, the latest last. */
  readonly removed?: readonly Removed[];
  readonly nextKey: number;
}

/** A row or a vial that was taken away, and where it stood; or all rows, with what they began from. */
export type Removed =
  | {
      readonly list: 'start';
      readonly item: Pick<GridState, 'rows' | 'startedFrom' | 'dilution'>;
    }
  | { readonly list: 'rows'; readonly item: GridRow; readonly at: number }
  | { readonly list: 'vials'; readonly item: VialRow; readonly at: number };

/** A dilution that nobody has told yet. */
export const NOT_TOLD: DilutionFields = { vialUnits: '', diluentMl: '' };

/** A draft of another release knows of none. */
export function removedOf({ removed = [] }: GridState): readonly Removed[] {
  return removed;
}
