import { addDays, type PlainDate } from '../calendar';
import { toHundredth } from '../numbers';

/** Whom the clinic's stock is for, by the day that is counted on; units of the product, null: nobody can say yet. */
export interface ExpectedVisit {
  /** Null: the due day is past and nobody is booked, so that no day can be counted on. */
  readonly on: PlainDate | null;
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
  readonly order: Order;
  /** Of all these, the visits whose day is not known, and what is ordered for them alone. */
  readonly overdueNotBooked: { readonly visits: number; readonly unitsNeeded: number; readonly order: Order };
}

type Order = readonly { readonly vialUnits: number; readonly vials: number }[];

interface Vial {
  readonly vialUnits: number;
  readonly expiresOn: PlainDate;
}

/**
 * What will the visits until a day need of one product, and what must be ordered for them?
 *
 * Each visit opens vials of its own, the first to expire first, of those that are in date on its day; what is left in them is
 * discarded. What the stock lacks is ordered in the sizes of the product with the least to discard. Whoever is overdue and not
 * booked comes after everybody with a day, on the last one: they have what the others leave and keeps until then.
 */
export function forecastStock(
  visits: readonly ExpectedVisit[],
  stock: readonly StockedVials[],
  { sizes, untilOn }: { readonly sizes: readonly number[]; readonly untilOn: PlainDate },
): StockForecast {
  let here: readonly Vial[] = stock
    .flatMap(({ vials, ...vial }) => Array.from({ length: vials }, () => ({ ...vial })))
    .toSorted((a, b) => compare(a.expiresOn, b.expiresOn) || a.vialUnits - b.vialUnits);
  const [order, late] = [new Map<number, number>(), new Map<number, number>()];
  let shortFrom: PlainDate | null = null;
  const lastOn = addDays(untilOn, -1);
  const isLate = ({ on }: ExpectedVisit): boolean => on === null;
  const counted = visits.toSorted(
    (a, b) => Number(isLate(a)) - Number(isLate(b)) || compare(a.on ?? '', b.on ?? ''),
  );
  for (const { on, units } of counted) {
    if (units === null) continue;
    const { taken, lacking } = takeFrom(here, units, on ?? lastOn);
    here = here.filter((vial) => !taken.includes(vial));
    if (lacking === 0) continue;
    shortFrom ??= on;
    for (const size of vialsFor(lacking, sizes))
      for (const into of on === null ? [order, late] : [order]) into.set(size, (into.get(size) ?? 0) + 1);
  }
  return {
    visits: visits.length,
    visitsWithoutDose: visits.filter(({ units }) => units === null).length,
    unitsNeeded: unitsOf(visits),
    shortFrom,
    unitsExpiring: sum(here.filter(({ expiresOn }) => expiresOn < untilOn).map(({ vialUnits }) => vialUnits)),
    order: orderOf(order),
    overdueNotBooked: {
      visits: visits.filter(isLate).length,
      unitsNeeded: unitsOf(visits.filter(isLate)),
      order: orderOf(late),
    },
  };
}

function orderOf(vials: ReadonlyMap<number, number>): Order {
  return [...vials].toSorted(([a], [b]) => a - b).map(([vialUnits, count]) => ({ vialUnits, vials: count }));
}

function unitsOf(visits: readonly ExpectedVisit[]): number {
  return sum(visits.map(({ units }) => units ?? 0));
}

function sum(amounts: readonly number[]): number {
  return toHundredth(amounts.reduce((total, amount) => total + amount, 0));
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
