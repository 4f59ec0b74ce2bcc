import type { PlainDate } from '../calendar';
import type { ToxinProduct } from '../units';

interface GivenDose {
  readonly sessionId: string;
  readonly performedOn: PlainDate;
  readonly dose: { readonly product: ToxinProduct; readonly units: number };
}

/** Orders doses by their day, the latest first; of one day the largest of a product first: their order on record decides nothing. */
export function latestFirst(a: GivenDose, b: GivenDose): number {
  return (
    compare(b.performedOn, a.performedOn) ||
    compare(a.dose.product, b.dose.product) ||
    compare(b.dose.units, a.dose.units) ||
    compare(a.sessionId, b.sessionId)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
