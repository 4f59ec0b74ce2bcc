import { addDays, type PlainDate } from '../calendar';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import { COUNTED_DAYS, countedUntil, type GivenUnits } from '../payers/units-limit';
import type { ToxinProduct } from '../units';
import { counted } from '../words';
import type { ReadinessItem } from './readiness-item';

/** What a payer pays for in 84 days, and what it would be with the visit. */
export interface VisitUnits {
  readonly payer: string;
  /** In billing units of the product. */
  readonly limit: number;
  /** The product in this indication, over all courses of the patient. */
  readonly given: readonly GivenUnits[];
  /** As the last session of this product gave; null: not known. */
  readonly unitsPlanned: number | null;
}

interface LimitedVisit {
  readonly on: PlainDate;
  readonly product: ToxinProduct;
}

/** Does the visit stay within what the payer pays for in 84 days? Said only where the payer has a limit. */
export function unitsLimitItems(units: VisitUnits | null, visit: LimitedVisit): ReadinessItem[] {
  if (units === null || units.unitsPlanned === null) return [];
  const { payer, limit } = units;
  const { fromOn, billingUnits } = countedWith(units, visit);
  const { brand } = PRODUCTS[visit.product];
  const pays = `${payer} pays for ${counted(limit, 'billing unit')} of ${brand} in ${COUNTED_DAYS} days`;
  if (billingUnits <= limit)
    return [{ code: 'units-limit', ready: true, text: `${pays}: the visit fits in.` }];
  const fits = firstDayThatFits(units, visit);
  return [
    {
      code: 'units-limit',
      ready: false,
      text: `${pays}; with a visit like the last it would be ${billingUnits} from ${dayText(fromOn)} on.`,
      todo: fits
        ? `Book on ${dayText(fits)} or later, or ask the insurer for more.`
        : 'Ask the insurer for more.',
    },
  ];
}

function countedWith({ given, unitsPlanned }: VisitUnits, { on, product }: LimitedVisit) {
  return countedUntil(on, product, [...given, { performedOn: on, units: unitsPlanned! }]);
}

/** Once something has left the 84 days; undefined where the visit alone is too much. */
function firstDayThatFits(units: VisitUnits, { on, product }: LimitedVisit): PlainDate | undefined {
  return units.given
    .map(({ performedOn }) => addDays(performedOn, COUNTED_DAYS))
    .filter((day) => day > on)
    .toSorted()
    .find((day) => countedWith(units, { on: day, product }).billingUnits <= units.limit);
}
