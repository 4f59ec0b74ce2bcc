import type { PlainDate } from '../../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import { WholeListView } from '../../../platform/http/updates/whole-list.dto';
import { Lists, OneOf } from '../../../platform/http/validation';

export class StockItemView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  vialUnits: number;
  /** Closed vials that may be used today, of the clinic's own stock. */
  vials: number;
  /** Their content together, in units of `product`. */
  units: number;
  /** When the first of them expires. */
  nextExpiresOn: PlainDate | null;
  /** Opened, and neither empty nor used. */
  vialsOpen: number;
  vialsOnHold: number;
  vialsExpired: number;
  /** Vials for one patient, here or on their way. */
  vialsForPatients: number;
}

export class StockView extends WholeListView {
  asOf: PlainDate;
  items: StockItemView[];
}

export class OrderView {
  vialUnits: number;
  vials: number;
}

/** Who is past the due day and not booked: no day can be counted on, so they have what is left when all others had theirs. */
export class OverdueNotBookedView {
  visits: number;
  /** In units of `product`. */
  unitsNeeded: number;
  /** What of the order is for them alone. */
  @Lists(() => OrderView) order: readonly OrderView[];
}

/** What the clinic gave in as many weeks before today. */
export class GivenBeforeView {
  sessions: number;
  /** In units of `product`. */
  unitsGiven: number;
}

export class StockForecastItemView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Visits that are booked or due until then, or overdue, and that the clinic's own stock is for. */
  visits: number;
  /** Visits with another product than the last one, or the first: their dose is not counted. */
  visitsWithoutDose: number;
  /** In units of `product`, as the last sessions gave. */
  unitsNeeded: number;
  unitsInStock: number;
  /** What these visits do not use and expires until then. */
  unitsExpiring: number;
  /** The first day of a visit that what is here does not cover; of whoever is overdue and not booked no day is known. */
  shortFrom: PlainDate | null;
  /** What to order for these visits. */
  @Lists(() => OrderView) order: readonly OrderView[];
  /** Of the visits, the units and the order. */
  overdueNotBooked: OverdueNotBookedView;
  givenBefore: GivenBeforeView;
}

export class StockForecastView extends WholeListView {
  asOf: PlainDate;
  /** The day after the last one that is looked at, twelve weeks ahead. */
  untilOn: PlainDate;
  items: StockForecastItemView[];
}
