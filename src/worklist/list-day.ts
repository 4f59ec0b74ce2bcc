import type { PlainDate } from '../clinical/calendar';
import type { Clinic } from '../platform/clinic';
import { malformed } from '../platform/http/problem';

/** The day that a list is judged from, and by what. */
export interface DueListDay {
  readonly asOf: PlainDate;
  readonly clinic: Clinic;
}

interface Days {
  readonly asOf?: PlainDate;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** The day that a list is judged from. */
export function dayOf({ asOf, from, to }: Days, clinic: Clinic): DueListDay {
  if (from && to && from > to) throw malformed('/to', 'order', `to lies before from (${from})`);
  return { asOf: asOf ?? clinic.today, clinic };
}
