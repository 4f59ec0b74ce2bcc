import { daysBetween, type PlainDate } from '../calendar';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import { toHundredth } from '../numbers';
import { sourceText } from '../session-rules/session-rule';
import { type RuleValues } from '../rules';
import { TOXIN_PRODUCTS, totalUnits, type Dose, type ToxinProduct, type ToxinUnits } from '../units';
import { counted } from '../words';

/** A session of the course that was given, also one that continues another: toxin is toxin. */
export interface GivenToxin {
  readonly performedOn: PlainDate;
  readonly dose: Dose;
}

/** What the patient got besides: in other courses, or from somebody else. */
export interface OtherToxin {
  /** Null: none of our products, or nobody knows. */
  readonly product: ToxinProduct | null;
  /** Null: not known. */
  readonly units: number | null;
}

export const ANTIBODY_RISK_CODES = ['boosters', 'short-intervals', 'years', 'cumulative-dose'] as const;
export type AntibodyRiskCode = (typeof ANTIBODY_RISK_CODES)[number];

export interface AntibodyRiskItem {
  readonly code: AntibodyRiskCode;
  readonly text: string;
  readonly sourceText: string;
}

/** All that was given of one product. */
export interface CumulativeDose {
  readonly product: ToxinProduct;
  /** In this course. */
  readonly units: number;
  readonly sessions: number;
  /** With the patient's other courses and what others gave, where its units are known. */
  readonly patientUnits: number;
}

export interface AntibodyRisk {
  /** Sessions given, each part of a treatment for itself. */
  readonly sessions: number;
  readonly boosters: number;
  /** Shorter than `S02.short`, those of boosters included. */
  readonly shortIntervals: number;
  /** From the first session to the latest, to a tenth. */
  readonly years: number;
  readonly cumulativeDoses: readonly CumulativeDose[];
  /** Doses given elsewhere that no sum can hold. */
  readonly uncountedElsewhere: number;
  /** The same in words, each with where it comes from. */
  readonly items: readonly AntibodyRiskItem[];
}

/**
 * What is known to raise the risk of antibodies in this course?
 *
 * Boosters, short intervals, the cumulative dose of each product over everything that the patient got, and the years of
 * treatment. A session is held against the one before it in the course, a touch-up as well: it is a contact of its own.
 * Several of one day are one contact. Nothing given: nothing to say. No number here is a limit (V:BEL,ALB).
 */
export function antibodyRisk(
  given: readonly GivenToxin[],
  others: readonly OtherToxin[],
  rules: RuleValues,
): AntibodyRisk | undefined {
  const days = [...new Set(given.map(({ performedOn }) => performedOn))].toSorted();
  const [first, latest] = [days[0], days.at(-1)];
  if (!first || !latest) return undefined;
  const gaps = days.slice(1).map((day, i) => daysBetween(days[i]!, day));
  const counts = {
    sessions: given.length,
    boosters: gaps.filter((gap) => gap < rules['S02.booster']).length,
    shortIntervals: gaps.filter((gap) => gap < rules['S02.short']).length,
    years: Math.round((daysBetween(first, latest) / DAYS_OF_YEAR) * 10) / 10,
    cumulativeDoses: TOXIN_PRODUCTS.flatMap((product) => cumulativeDose(product, given, others) ?? []),
    uncountedElsewhere: others.filter(({ product, units }) => product === null || units === null).length,
  };
  return { ...counts, items: itemsOf(counts, { first, latest, intervals: gaps.length }, rules) };
}

const DAYS_OF_YEAR = 365.25;

function cumulativeDose<P extends ToxinProduct>(
  product: P,
  given: readonly GivenToxin[],
  others: readonly OtherToxin[],
): CumulativeDose | undefined {
  const own = given
    .map(({ dose }) => dose)
    .filter((dose): dose is Dose & { product: P; units: ToxinUnits<P> } => dose.product === product);
  if (own.length === 0) return undefined;
  const units = totalUnits(own.map((dose) => dose.units));
  const more = others.filter((dose) => dose.product === product).map((dose) => dose.units ?? 0);
  const patientUnits = toHundredth(more.reduce((sum, amount) => sum + amount, units));
  return { product, units, sessions: own.length, patientUnits };
}

/** Every type A and B (clinical reference 4.3). */
const RAISES = 'raises the risk of antibodies with every product (V:BEL,ALB)';

function itemsOf(
  {
    sessions,
    boosters,
    shortIntervals,
    years,
    cumulativeDoses,
    uncountedElsewhere,
  }: Omit<AntibodyRisk, 'items'>,
  { first, latest, intervals }: { first: PlainDate; latest: PlainDate; intervals: number },
  rules: RuleValues,
): readonly AntibodyRiskItem[] {
  const weeks = rules['S02.short'] % 7 === 0 ? ` (${rules['S02.short'] / 7} weeks)` : '';
  const span =
    sessions === 1 || first === latest
      ? `on ${dayText(first)}`
      : `from ${dayText(first)} to ${dayText(latest)}`;
  return [
    {
      code: 'boosters',
      text: `${counted(boosters, 'booster')}: given less than ${rules['S02.booster']} days after the session before.`,
      sourceText: `${sourceText('S02.booster')}; it ${RAISES}`,
    },
    {
      code: 'short-intervals',
      text: `${shortIntervals} of ${counted(intervals, 'interval')} shorter than ${rules['S02.short']} days${weeks}.`,
      sourceText: `${sourceText('S02.short')}; it ${RAISES}`,
    },
    {
      code: 'years',
      text: `${years === 1 ? '1 year' : `${years} years`} of treatment, ${span}.`,
      sourceText:
        'Longer treatment raised the risk in a meta-analysis (V:RAH), and did not in a cohort of 596 patients (V:ALB)',
    },
    {
      code: 'cumulative-dose',
      text: [...cumulativeDoses.map(doseText), ...uncountedText(uncountedElsewhere)].join(' '),
      sourceText: `A high cumulative dose ${RAISES}`,
    },
  ];
}

function doseText({ product, units, sessions, patientUnits }: CumulativeDose): string {
  const said = (amount: number) => `${amount.toLocaleString('en-US')} U ${PRODUCTS[product].brand}`;
  const more =
    patientUnits === units ? '' : `, ${said(patientUnits)} with other courses and what others gave`;
  return `${said(units)} in ${counted(sessions, 'session')}${more}.`;
}

function uncountedText(count: number): string[] {
  if (count === 0) return [];
  return [`${counted(count, 'dose')} given elsewhere cannot be counted: product or units are not known.`];
}
