import type { IndicationSlug } from '../catalogue/indications';
import type { InjectionSide } from '../catalogue/muscles';
import type { ToxinProduct } from '../units';

/** What a protocol gives into one muscle; units are those of its product, of both sides together where it says `bilateral`. */
export interface ProtocolRow {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: number;
  /** Null: the protocol does not count them. */
  readonly sites: number | null;
  readonly volumeMl: number | null;
}

/** How a vial is made up. */
export interface Dilution {
  readonly vialUnits: number;
  readonly diluentMl: number;
}

/** A pattern that a session may start from: the rows of one indication and one product. */
export interface Protocol {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly indication: IndicationSlug;
  readonly product: ToxinProduct;
  readonly rows: readonly ProtocolRow[];
  readonly dilution: Dilution | null;
}
