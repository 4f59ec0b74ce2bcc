import type { PlainDate } from '../calendar';
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
