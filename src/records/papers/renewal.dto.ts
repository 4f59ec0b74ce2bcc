import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import { DEMAND_CODES, type DemandCode } from '../../clinical/payers/renewal/demand';
import { Lists, OneOf } from '../../platform/http/validation';

/** One thing that the payer asks for before it pays on. */
export class DemandView {
  @OneOf(DEMAND_CODES) code: DemandCode;
  /** What is asked for. */
  text: string;
  /** Null: the record does not tell. */
  met: boolean | null;
  /** What the record says of it. */
  evidence: string | null;
  /** What to do; only where it is not met, or not known. */
  @ApiPropertyOptional() todo?: string;
}

export class RenewalView {
  courseId: string;
  /** The payer of the list, else the insurer as it was typed; null: not known. */
  payer: string | null;
  /** Null: not on the list of payers. */
  payerId: string | null;
  /** Where the payer’s rule stands. */
  source: string | null;
  /** Whether the next session needs an authorization at all; of a course that has ended none does. */
  needed: boolean;
  /** Null: no session is due. */
  dueOn: PlainDate | null;
  /** The day on which to ask at the latest, so that nothing is left uncovered; null: nothing ends yet. */
  askByOn: PlainDate | null;
  /** How many days the payer takes, or is given where that is not known. */
  leadDays: number;
  /** How many months the payer grants; null: it does not say. */
  months: number | null;
  @Lists(() => DemandView) demands: readonly DemandView[];
  /** What one would look for and the record does not tell. */
  missing: string[];
}
