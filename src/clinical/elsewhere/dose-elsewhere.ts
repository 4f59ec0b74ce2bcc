import type { PlainDate } from '../calendar';
import type { EarlierDose } from '../session-check/proposed-session';
import { earlierDose } from '../session-check/propose-session';
import { indicationIn } from './place-text';
import type { ToxinProduct } from '../units';

/** Who told of a dose: the patient, a letter, another record. */
export const ELSEWHERE_SOURCES = ['patient', 'letter', 'portal'] as const;
export type ElsewhereSource = (typeof ELSEWHERE_SOURCES)[number];

/** What is told of a dose that somebody else gave, in the words in which it was told. */
export interface Elsewhere {
  readonly brand: string | null;
  readonly region: string | null;
  readonly indication: string | null;
  readonly source: ElsewhereSource;
}

/** Toxin that somebody else gave to the patient. */
export interface DoseElsewhere extends Elsewhere {
  readonly id: string;
  readonly givenOn: PlainDate;
  /** Null: none of our products. */
  readonly product: ToxinProduct | null;
  /** Null: not known. */
  readonly units: number | null;
}

/** A dose that no sum can hold: nobody knows how much it was, or its units are those of a product that is not ours. */
export interface UncountedDose extends Elsewhere {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct | null;
  readonly units: number | null;
}

/** What enters the sums of its product, and what can only be named. */
export function sortedDoses(doses: readonly DoseElsewhere[]): {
  readonly counted: readonly EarlierDose[];
  readonly uncounted: readonly UncountedDose[];
} {
  return {
    counted: doses.flatMap((dose) => counted(dose) ?? []),
    uncounted: doses.flatMap((dose) => (counted(dose) ? [] : [uncounted(dose)])),
  };
}

function counted(dose: DoseElsewhere): EarlierDose | undefined {
  const { id, givenOn, product, units, brand, region, indication, source } = dose;
  if (product === null || units === null) return undefined;
  return earlierDose({
    sessionId: id,
    courseId: null,
    sameCourse: false,
    indication: indication === null ? null : (indicationIn(indication) ?? null),
    performedOn: givenOn,
    product,
    units,
    elsewhere: { brand, region, indication, source },
  });
}

function uncounted({
  givenOn,
  product,
  units,
  brand,
  region,
  indication,
  source,
}: DoseElsewhere): UncountedDose {
  return { performedOn: givenOn, product, units, brand, region, indication, source };
}
