import type { PlainDate } from '../../calendar';
import type { CodedCourse } from '../../catalogue/codes/diagnosis-codes';
import type { PacketPerson } from '../../papers/appeal/packet-facts';
import type { PaperCourse, PaperTreatment } from '../../papers/course-lines';
import type { PayerTerms } from '../payer-terms';
import type { GivenUnits, UnitsLimit } from '../units-limit';

export const DEMAND_CODES = [
  'diagnosis',
  'prescriber',
  'tried-first',
  'effect',
  'improvement',
  'benefit',
  'scales',
  'interval',
  'units',
] as const;
export type DemandCode = (typeof DEMAND_CODES)[number];

/** One thing that a payer asks for before it pays on, and what the record says of it. */
export interface Demand {
  readonly code: DemandCode;
  readonly text: string;
  /** Null: the record does not tell. */
  readonly met: boolean | null;
  readonly evidence: string | null;
  /** Where it is not met, or not known. */
  readonly todo?: string;
}

/** A demand with what one would look for and the record does not tell. */
export type Judged = Demand & { readonly lacks?: readonly string[] };

/** A course as a payer sees it that is asked to pay on. */
export interface RenewalFacts {
  /** The day from which one looks. */
  readonly asOf: PlainDate;
  /** The insurer as it was typed. */
  readonly payer: string | null;
  /** What the insurer asks for with this treatment; absent: it is not on the list. */
  readonly terms: PayerTerms | undefined;
  readonly unitsLimit: UnitsLimit | undefined;
  /** Whether an authorization of this treatment is on record already. */
  readonly isAuthorized: boolean;
  readonly course: Pick<
    PaperCourse,
    'plannedProduct' | 'diagnosisCode' | 'side' | 'etiology' | 'indication'
  > &
    CodedCourse;
  /** All of the course, in their order, one given in parts being one. */
  readonly treatments: readonly PaperTreatment[];
  /** The planned product in this indication, over all courses of the patient. */
  readonly given: readonly GivenUnits[];
  /** Whoever injected last. */
  readonly prescriber: PacketPerson | null;
  /** The day of the next session: booked, else due. */
  readonly nextOn: PlainDate | null;
  /** What was tried before, a line each. */
  readonly tried: readonly string[];
}

export function met(code: DemandCode, text: string, evidence: string): Judged {
  return { code, text, met: true, evidence };
}

export function fallsShort(code: DemandCode, text: string, evidence: string, todo: string): Judged {
  return { code, text, met: false, evidence, todo };
}

/** The reason that a payer hears where the record speaks against a demand. */
export const GIVE_REASON = 'Give the reason for going on in the request, or review the course.';
