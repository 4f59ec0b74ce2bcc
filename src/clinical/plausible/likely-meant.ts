import type { SessionRuleValues } from '../session-rules/session-rule';
import type { PlainDate } from '../calendar';
import { INDICATIONS } from '../catalogue/indications';
import type { IndicationSlug } from '../catalogue/indications';
import { MUSCLES } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import type { UsualRange } from '../catalogue/usual-range';
import { toHundredth } from '../numbers';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { TOXIN_PRODUCTS } from '../units';
import { sentences } from '../words';
import { unitsText } from '../doses/dose-cap';
import type { MuscleDose } from './usual-doses';
import { usualInMuscle } from './usual-doses';
import { latestFirst } from '../session-check/latest-first';

/** Of which product would the typed number be an ordinary one, and what says so? */
export interface LikelyProduct {
  readonly product: ToxinProduct;
  /** "2,500-10,000 U a session". */
  readonly because: string;
  /** The course had so much of it before. */
  readonly before?: true;
}

/** What says that the number is one of another product; undefined when nothing does. */
type Fit = (other: ToxinProduct) => string | undefined;

const MOST_NAMED = 2;
/** A dose is that of an earlier session when it differs by no more than such a share. */
const NEAR = 0.25;
const ZEROS = [
  { times: 10, words: 'a zero' },
  { times: 100, words: 'two zeros' },
  { times: 1000, words: 'three zeros' },
] as const;

/**
 * Which other product was likely given?
 *
 * The typed number is held against each product's own range in that muscle, or in a session of the indication; that of
 * a size or region says too little, and a number that is usual of the product itself says nothing. Nothing is converted. A
 * product that this course had before in about these units goes before all others, then one that is labelled here.
 *
 * @param doses the muscles that are asked about; the whole session when there are several and none of them is alone
 */
export function likelyProducts(
  { product, performedOn }: Pick<ProposedSession, 'product' | 'performedOn'>,
  { units, doses, context }: { units?: number; doses: readonly MuscleDose[]; context: SessionContext },
): readonly LikelyProduct[] {
  const found = (fits: readonly Fit[]): readonly LikelyProduct[] =>
    TOXIN_PRODUCTS.filter((other) => other !== product).flatMap((other) => {
      const because = fits.map((fit) => fit(other)).find((said) => said !== undefined);
      return because === undefined ? [] : [{ product: other, because }];
    });
  const known = units === undefined ? [] : found([asBefore(performedOn, units, context)]);
  if (known.length > 0) return [{ ...known[0]!, before: true }];
  const fits = [
    inMuscles(product, doses),
    ...(units === undefined ? [] : [inSession(product, units, doses, context.indication)]),
  ];
  const { labelStatus } = INDICATIONS[context.indication];
  const rank = (other: ToxinProduct): number => (labelStatus[other] === 'on-label' ? 0 : 1);
  return found(fits)
    .toSorted((a, b) => rank(a.product) - rank(b.product))
    .slice(0, MOST_NAMED);
}

function inMuscles(product: ToxinProduct, doses: readonly MuscleDose[]): Fit {
  // No muscle at all says nothing either.
  const fitsItself = doses.every(({ muscle, units }) => isWithin(units, usualInMuscle(muscle, product)));
  return (other) => {
    const ranges = doses.map(({ muscle }) => MUSCLES[muscle].usualRange[other]);
    if (fitsItself) return undefined;
    if (!doses.every(({ units }, index) => isWithin(units, ranges[index]))) return undefined;
    if (doses.length > 1) return 'in each of these muscles';
    return `${rangeText(ranges[0]!)}${doses[0]!.side === 'midline' ? '' : ' a side'}`;
  };
}

/** Usual of the other product in a session, and in no muscle too much of it. */
function inSession(
  product: ToxinProduct,
  units: number,
  doses: readonly MuscleDose[],
  indication: IndicationSlug,
): Fit {
  const own = INDICATIONS[indication].usualDose[product];
  return (other) => {
    const usual = INDICATIONS[indication].usualDose[other];
    if (!usual || !isWithin(units, usual) || isWithin(units, own)) return undefined;
    if (doses.some((dose) => dose.units > usualInMuscle(dose.muscle, other).to)) return undefined;
    return `${rangeText(usual)} a session`;
  };
}

function asBefore(performedOn: PlainDate, units: number, { earlierDoses }: SessionContext): Fit {
  return (other) => {
    const last = earlierDoses
      .filter((dose) => dose.sameCourse && dose.dose.product === other && dose.performedOn < performedOn)
      .toSorted(latestFirst)[0];
    if (!last || !isNear(units, last.dose.units)) return undefined;
    return `${unitsText(other, last.dose.units)} on ${last.performedOn}`;
  };
}

/** Is it about the dose of an earlier session? */
export function isNear(units: number, before: number): boolean {
  return Math.abs(units - before) <= NEAR * before;
}

/** Do the most that are usual of the two in a session differ by more than a change of a dose that is asked about? */
export function isOfOtherOrder(one: ToxinProduct, other: ToxinProduct, rules: SessionRuleValues): boolean {
  const [least, most] = [one, other]
    .map((product) => PRODUCTS[product].usualDose.to)
    .toSorted((a, b) => a - b);
  return most! > rules['S23.change'] * least!;
}

/** "5,000 U would be usual of Myobloc (2,500-10,000 U a session): was that given?" */
export function asOther(typed: number, others: readonly LikelyProduct[]): string {
  const before = others.find((other) => other.before);
  if (before) {
    const { brand } = PRODUCTS[before.product];
    return `That is near the last dose of ${brand} in this course, ${before.because}: was ${brand} given?`;
  }
  const each = others.map(({ product, because }) => `${PRODUCTS[product].brand} (${because})`);
  return `${toHundredth(typed).toLocaleString('en-US')} U would be usual of ${each.join(' or ')}: was that given?`;
}

/** What was likely meant by so much, whichever product or number it was; "" when nothing fits better. */
export function likelyMeant(
  product: ToxinProduct,
  typed: { readonly units: number; readonly usual: UsualRange },
  others: readonly LikelyProduct[],
): string {
  return sentences(
    others.length > 0 ? asOther(typed.units, others) : '',
    withoutZeros(product, typed.units, typed.usual),
  );
}

/** A number with a zero too many, or without its decimal point, is usual once it is put right; "" when nothing fits. */
function withoutZeros(product: ToxinProduct, typed: number, own: UsualRange): string {
  const slip = ZEROS.find(({ times }) => isWithin(typed / times, own));
  if (!slip) return '';
  const meant = toHundredth(typed / slip.times);
  const how = Number.isInteger(meant) ? `${slip.words} too many` : 'the decimal point is missing';
  return `Was ${unitsText(product, meant)} meant (${how})?`;
}

export function rangeText({ from, to }: UsualRange): string {
  const [low, high] = [from, to].map((units) => units.toLocaleString('en-US'));
  if (from === to) return `${high} U`;
  return from === 0 ? `up to ${high} U` : `${low}-${high} U`;
}

function isWithin(units: number, usual: UsualRange | undefined): boolean {
  return usual !== undefined && units >= usual.from && units <= usual.to;
}
