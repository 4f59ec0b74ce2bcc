import type { PlainDate } from '../calendar';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import type { ToxinProduct } from '../units';
import type { ReadinessItem } from './readiness-item';

/** A pharmacy's vials of the product for one patient. */
export interface PharmacyVials {
  /** What they hold together, in units of the product. */
  readonly units: number;
  readonly expiresOn: PlainDate;
  readonly orderedOn: PlainDate | null;
  readonly shippedOn: PlainDate | null;
  /** Null: not here yet. */
  readonly arrivedOn: PlainDate | null;
}

/** What is here of the product of a visit; lots on hold are left out. */
export interface VisitStock {
  /** Whether the clinic records any vials at all. */
  readonly isKept: boolean;
  /** Closed vials of the clinic's own stock, by their last day of use. */
  readonly clinic: readonly { readonly units: number; readonly expiresOn: PlainDate }[];
  readonly pharmacy: readonly PharmacyVials[];
  /** As the last session of this product gave; null: not known, a vial of any size will do. */
  readonly unitsPlanned: number | null;
}

/** Are there vials for this visit, of the clinic's own stock or of a pharmacy for this patient? */
export function stockItem(
  { isKept, clinic, pharmacy, unitsPlanned }: VisitStock,
  { on, product }: { readonly on: PlainDate; readonly product: ToxinProduct },
): ReadinessItem {
  const { brand } = PRODUCTS[product];
  const isEnough = (vials: readonly { readonly units: number }[]): boolean =>
    vials.length > 0 && vials.reduce((sum, { units }) => sum + units, 0) >= (unitsPlanned ?? 0);
  const usable = pharmacy.filter(({ expiresOn }) => expiresOn >= on);
  if (isEnough(usable.filter(({ arrivedOn }) => arrivedOn !== null)))
    return item(true, `The pharmacy’s ${brand} for this patient is here.`);
  const coming = usable.find(({ arrivedOn }) => arrivedOn === null);
  if (coming) {
    const { shippedOn, orderedOn } = coming;
    const where = shippedOn ? `was shipped on ${dayText(shippedOn)}` : orderedWords(orderedOn);
    return item(
      false,
      `The pharmacy’s ${brand} for this patient ${where} and is not here.`,
      shippedOn ? 'Receive it, or ask the carrier before the visit.' : 'Ask the pharmacy when it will come.',
    );
  }
  if (isEnough(clinic.filter(({ expiresOn }) => expiresOn >= on)))
    return item(true, `Enough ${brand} for this visit is in stock.`);
  if (!isKept) return item(true, 'No vials are recorded here: look into the refrigerator.');
  return item(
    false,
    `Too little ${brand} is in stock that may still be used on ${dayText(on)}.`,
    `Order ${brand} before the visit.`,
  );
}

function orderedWords(orderedOn: PlainDate | null): string {
  return orderedOn ? `was ordered on ${dayText(orderedOn)}` : 'is expected';
}

function item(ready: boolean, text: string, todo?: string): ReadinessItem {
  return { code: 'stock', ready, text, ...(todo !== undefined && { todo }) };
}
