import { addDays, daysBetween, type PlainDate } from '../../calendar';
import { PRODUCTS } from '../../catalogue/products';
import { dayText } from '../../due/due-text';
import { counted } from '../../words';
import { COUNTED_DAYS, countedUntil } from '../units-limit';
import { fallsShort, met, type Judged, type RenewalFacts } from './demand';

/** Between the last two treatments, and from the last to the next. */
export function intervalDemand({ terms, treatments, nextOn }: RenewalFacts): Judged | undefined {
  const asked = terms?.minDaysApart ?? null;
  const [before, last] = [treatments.at(-2), treatments.at(-1)];
  if (asked === null || !last) return undefined;
  const text = `At least ${counted(asked, 'day')} from one session to the next.`;
  const past = before && daysBetween(before.performedOn, last.performedOn);
  const next = nextOn === null ? undefined : daysBetween(last.performedOn, nextOn);
  const evidence = [
    past !== undefined &&
      `Sessions of ${dayText(before!.performedOn)} and ${dayText(last.performedOn)}: ${counted(past, 'day')} apart.`,
    next !== undefined && `The next on ${dayText(nextOn!)}, ${counted(next, 'day')} after the last.`,
  ]
    .filter((said) => typeof said === 'string')
    .join(' ');
  const todo = [
    past !== undefined &&
      past < asked &&
      `Say in the request why it was given after ${counted(past, 'day')}.`,
    next !== undefined && next < asked && `Book on ${dayText(addDays(last.performedOn, asked))} or later.`,
  ].filter((said) => typeof said === 'string');
  if (todo.length > 0) return fallsShort('interval', text, evidence, todo.join(' '));
  return met('interval', text, evidence || `One session, on ${dayText(last.performedOn)}.`);
}

/** In the 84 days until the last session of the planned product, and until the next, which is expected to be like it. */
export function unitsDemand(facts: RenewalFacts): Judged | undefined {
  const { unitsLimit, course, given, nextOn } = facts;
  if (!unitsLimit) return undefined;
  const product = course.plannedProduct;
  const limit = unitsLimit.billingUnits;
  const text = `At most ${limit} billing units of ${PRODUCTS[product].brand} in ${COUNTED_DAYS} days.`;
  const last = given.toSorted((a, b) => (a.performedOn < b.performedOn ? -1 : 1)).at(-1);
  if (!last) {
    const todo = `Plan no more than ${counted(limit, 'billing unit')} for the first session.`;
    return { code: 'units', text, met: null, evidence: null, todo };
  }
  const until = (on: PlainDate, doses: RenewalFacts['given']) => countedUntil(on, product, doses);
  const past = until(last.performedOn, given);
  const planned = plannedUnits(facts);
  const next =
    nextOn === null || planned === undefined
      ? undefined
      : until(nextOn, [...given, { performedOn: nextOn, units: planned }]);
  const evidence = [
    `${past.billingUnits} from ${dayText(past.fromOn)} to ${dayText(past.toOn)}.`,
    next && `${next.billingUnits} until ${dayText(next.toOn)}, if the next session is like the last.`,
  ]
    .filter(Boolean)
    .join(' ');
  if (past.billingUnits <= limit && (next?.billingUnits ?? 0) <= limit) return met('units', text, evidence);
  const over = Math.max(past.billingUnits, next?.billingUnits ?? 0);
  return fallsShort(
    'units',
    text,
    evidence,
    `Ask the insurer for ${over} billing units in ${COUNTED_DAYS} days, with the reason.`,
  );
}

function plannedUnits({ treatments, course }: RenewalFacts): number | undefined {
  const last = treatments.at(-1);
  return last?.product === course.plannedProduct ? last.totalUnits : undefined;
}
