import type { IndicationSlug } from '../catalogue/indications';
import type { ScaleSlug } from '../catalogue/scales';
import type { ToxinProduct } from '../units';

/** What a payer asks for and grants; what is null it does not say. */
export interface PayerTerms {
  /** How long a first approval holds. */
  readonly initialMonths: number | null;
  /** How long a renewed one holds. */
  readonly renewalMonths: number | null;
  /** By how many percent treatment must have helped before it is renewed. */
  readonly mustImprovePct: number | null;
  /** By which scale that is judged; null: by the rating or any scale. */
  readonly mustImproveScale: ScaleSlug | null;
  /** By how many days of headache in a month fewer; beside percent, either of them is enough. */
  readonly mustFallDays: number | null;
  /** How many weeks the benefit must have lasted before it is renewed. */
  readonly benefitWeeks: number | null;
  /** Of how many treatments before a renewal the effect must be on record. */
  readonly treatmentsShown: number | null;
  /** Whether a scale must have been taken before treatment and after it. */
  readonly scalesShown: boolean | null;
  /** How many other treatments must have been tried before the first one. */
  readonly triedFirst: number | null;
  /** The fewest days from one session to the next. */
  readonly minDaysApart: number | null;
}

/** Terms that differ for an indication, a product or both; what is null there is as in general. */
export interface PayerException extends PayerTerms {
  readonly indication: IndicationSlug | null;
  readonly product: ToxinProduct | null;
}

export const NO_TERMS: PayerTerms = {
  initialMonths: null,
  renewalMonths: null,
  mustImprovePct: null,
  mustImproveScale: null,
  mustFallDays: null,
  benefitWeeks: null,
  treatmentsShown: null,
  scalesShown: null,
  triedFirst: null,
  minDaysApart: null,
};

const TERM_NAMES = Object.keys(NO_TERMS) as (keyof PayerTerms)[];

/**
 * What does a payer ask for with this treatment?
 *
 * Each term of the exception that fits most closely, the indication's before the product's, else what it asks for in general.
 */
export function termsFor(
  payer: PayerTerms & { readonly exceptions: readonly PayerException[] },
  course: { readonly indication: IndicationSlug; readonly product: ToxinProduct },
): PayerTerms {
  const closestFirst = payer.exceptions
    .filter(
      ({ indication, product }) =>
        (indication ?? course.indication) === course.indication &&
        (product ?? course.product) === course.product,
    )
    .toSorted((a, b) => closeness(b) - closeness(a));
  const said = [...closestFirst, payer];
  return Object.fromEntries(
    TERM_NAMES.map((term) => [term, said.find((terms) => terms[term] !== null)?.[term] ?? null]),
  ) as unknown as PayerTerms;
}

function closeness({ indication, product }: PayerException): number {
  return (indication ? 2 : 0) + (product ? 1 : 0);
}
