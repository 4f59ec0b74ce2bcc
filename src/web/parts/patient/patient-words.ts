import { INDICATION_SLUGS, INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { productWords } from '../../shared/injection-words';
import type { Choice } from '../page/field';

interface Treatment {
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

/** What is treated, and on which side where it has one: `Upper-limb spasticity, left`. */
export function treatmentWords({ indication, side }: Treatment): string {
  return withSide(INDICATIONS[indication].name, side);
}

/** The same on one line of a narrow column: `UL spasticity, left`. */
export function shortTreatmentWords({ indication, side }: Treatment): string {
  const { name, shortName = name } = INDICATIONS[indication];
  return withSide(shortName, side);
}

function withSide(name: string, side: string | null): string {
  return side ? `${name}, ${side}` : name;
}

export const INDICATION_CHOICES: readonly Choice[] = INDICATION_SLUGS.map((value) => ({
  value,
  label: INDICATIONS[value].name,
}));

export const PRODUCT_CHOICES: readonly Choice[] = TOXIN_PRODUCTS.map((value) => ({
  value,
  label: productWords(value),
}));
