import type { EarlierDose } from '../session-check/proposed-session';
import { earlierDose } from '../session-check/propose-session';
import { indicationIn } from './place-text';
import type { DoseElsewhere, UncountedDose } from './told-dose';

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
