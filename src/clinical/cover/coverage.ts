import { INDICATIONS, type CoverageClass, type IndicationSlug } from '../catalogue/indications';
import { samePayer, type PayerNames } from '../payers/payer-names';
import type { ToxinProduct } from '../units';

/** A course as payers see it. */
export interface InsuredCourse {
  readonly patientId: string;
  readonly payer: string | null;
  readonly indication: IndicationSlug;
  readonly plannedProduct: ToxinProduct;
}

/** What is covered otherwise than usual; what is null holds for all. */
export interface CoverageOverride {
  readonly patientId: string | null;
  readonly payer: string | null;
  readonly indication: IndicationSlug | null;
  readonly product: ToxinProduct | null;
  readonly coverage: CoverageClass;
}

/**
 * Does the next session of this course need an authorization?
 *
 * The override that fits most closely decides, the patient's before the payer's, the payer's before that of an
 * indication or a product; of two that fit alike the first. Without one, what is usual for the indication.
 */
export function coverageOf(
  course: InsuredCourse,
  overrides: readonly CoverageOverride[],
  payers: readonly PayerNames[],
): CoverageClass {
  const closest = overrides
    .filter((override) => fits(override, course, payers))
    .toSorted((a, b) => closeness(b) - closeness(a))[0];
  return closest?.coverage ?? INDICATIONS[course.indication].coverageClass;
}

/** Is this authorization one of the course's patient and payer? Without a known payer any of the patient's is. */
export function isOfPayer(
  authorization: { readonly patientId: string; readonly payer: string },
  { patientId, payer }: Pick<InsuredCourse, 'patientId' | 'payer'>,
  payers: readonly PayerNames[],
): boolean {
  return authorization.patientId === patientId && (!payer || samePayer(authorization.payer, payer, payers));
}

function fits(override: CoverageOverride, course: InsuredCourse, payers: readonly PayerNames[]): boolean {
  return (
    (override.patientId ?? course.patientId) === course.patientId &&
    (override.payer === null || (course.payer !== null && samePayer(override.payer, course.payer, payers))) &&
    (override.indication ?? course.indication) === course.indication &&
    (override.product ?? course.plannedProduct) === course.plannedProduct
  );
}

function closeness({ patientId, payer, indication, product }: CoverageOverride): number {
  return (patientId ? 8 : 0) + (payer ? 4 : 0) + (indication ? 2 : 0) + (product ? 1 : 0);
}
