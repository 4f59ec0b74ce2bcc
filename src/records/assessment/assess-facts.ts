import { doseOf, type Dose } from '../../clinical/units';
import type { CourseFacts } from './course-history.query';

/** The next dose is expected to be the last one, as long as the product stays the same. */
export function plannedDose({ plannedProduct, sessions }: CourseFacts): Dose | undefined {
  const last = sessions.at(-1);
  if (last?.product !== plannedProduct) return undefined;
  return doseOf(plannedProduct, last.totalUnits);
}
