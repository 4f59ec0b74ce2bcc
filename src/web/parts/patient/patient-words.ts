import { INDICATION_SLUGS, INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { productWords } from '../../shared/injection-words';
import type { Choice } from '../page/field';

/** What is treated, and on which side where it has one: `Spasticity of the arm, left`. */
export function treatmentWords({
  indication,
  side,
}: {
  readonly indication: IndicationSlug;
  readonly side: string | null;
}): string {
  const { name } = INDICATIONS[indication];
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
