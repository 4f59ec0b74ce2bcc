import type { PlainDate } from '../calendar';
import { toHundredth } from '../numbers';

/** Whom the clinic's stock is for, by the day that is counted on; units of the product, null: nobody can say yet. */
export interface ExpectedVisit {
  readonly on: PlainDate;
  readonly units: number | null;
}

export interface StockedVials {
  readonly vialUnits: number;
  readonly expiresOn: PlainDate;
  readonly vials: number;
}

export interface StockForecast {
  readonly visits: number;
  /** Visits with another product than the last one, or the first: their dose is not counted. */
  readonly visitsWithoutDose: number;
  readonly unitsNeeded: number;
  /** The first visit that what is here does not cover. */
  readonly shortFrom: PlainDate | null;
  /** What these visits do not use and expires before their end. */
  readonly unitsExpiring: number;
  readonly order: readonly { readonly vialUnits: number; readonly vials: number }[];
}

interface Vial {
  readonly vialUnits: number;
  readonly expiresOn: PlainDate;
}

/**
 * What will the visits until a day need of one product, and what must be ordered for them?
 *
 * Each visit opens vials of its own, the first to expire first, of those that are in date on its day; what is left in them is
 * discarded. What the stock lacks is ordered in the sizes of the product with the least to discard.
 */
export function forecastStock(
  visits: readonly ExpectedVisit[],
  stock: readonly StockedVials[],
  { sizes, untilOn }: { readonly sizes: readonly number[]; readonly untilOn: PlainDate },
): StockForecast {
  let here: readonly Vial[] = stock
    .flatMap(({ vials, ...vial }) => Array.from({ length: vials }, () => ({ ...vial })))
    .toSorted((a, b) => compare(a.expiresOn, b.expiresOn) || a.vialUnits - b.vialUnits);
  const order = new Map<number, number>();
  let shortFrom: PlainDate | null = null;
  const counted = visits.toSorted((a, b) => compare(a.on, b.on));
  for (const { on, units } of counted) {
    if (units === null) continue;
    const { taken, lacking } = takeFrom(here, units, on);
    here = here.filter((vial) => !taken.includes(vial));
    if (lacking === 0) continue;
    shortFrom ??= on;
    for (const size of vialsFor(lacking, sizes)) order.set(size, (order.get(size) ?? 0) + 1);
  }
  const sum = (amounts: readonly number[]): number =>
    toHundredth(amounts.reduce((total, amount) => total + amount, 0));
  return {
    visits: visits.length,
    visitsWithoutDose: visits.filter(({ units }) => units === null).length,
    unitsNeeded: sum(visits.map(({ units }) => units ?? 0)),
    shortFrom,
    unitsExpiring: sum(here.filter(({ expiresOn }) => expiresOn < untilOn).map(({ vialUnits }) => vialUnits)),
    order: [...order].toSorted(([a], [b]) => a - b).map(([vialUnits, vials]) => ({ vialUnits, vials })),
  };
}

/** Of one expiry the smallest vial that holds the rest, else the largest. */
function takeFrom(
  here: readonly Vial[],
  units: number,
  on: PlainDate,
): { readonly taken: readonly Vial[]; readonly lacking: number } {
  const taken: Vial[] = [];
  let lacking = units;
  while (lacking > 0) {
    const left = here.filter((vial) => vial.expiresOn >= on && !taken.includes(vial));
    const first = left.filter(({ expiresOn }) => expiresOn === left[0]?.expiresOn);
    const next = first.find(({ vialUnits }) => vialUnits >= lacking) ?? first.at(-1);
    if (!next) break;
    taken.push(next);
    lacking = toHundredth(Math.max(0, lacking - next.vialUnits));
  }
  return { taken, lacking };
}

/** The vials that hold so many units with the least to discard, and of those as few as can be. */
export function vialsFor(units: number, sizes: readonly number[]): readonly number[] {
  const [largest, ...smaller] = sizes.toSorted((a, b) => b - a);
  if (largest === undefined || units <= 0) return [];
  const most = Math.ceil(units / largest);
  const choices = Array.from({ length: most + 1 }, (_, at) => most - at).map((count) => {
    const rest = toHundredth(units - count * largest);
    return [...Array.from({ length: count }, () => largest), ...vialsFor(rest, smaller)];
  });
  const content = (vials: readonly number[]): number => vials.reduce((total, size) => total + size, 0);
  return choices
    .filter((vials) => content(vials) >= units)
    .reduce((best, vials) => (content(vials) < content(best) ? vials : best));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
