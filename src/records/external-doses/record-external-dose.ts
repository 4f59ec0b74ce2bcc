import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { productOfBrand } from '../../clinical/elsewhere/toxin-brands';
import type { ToxinProduct } from '../../clinical/units';
import { malformed } from '../../platform/http/problem';
import type { Patient } from '../patients/patient.entity';
import { ExternalDose } from './external-dose.entity';
import type { RecordExternalDoseDto } from './external-doses.dto';

/** Writes a dose of a patient, typed or from a file. */
export async function recordExternalDose(
  tx: EntityManager,
  dose: Omit<RecordExternalDoseDto, 'patientId'> & { readonly id: string },
  { patient, today }: { readonly patient: Patient; readonly today: PlainDate },
): Promise<void> {
  refuseUnfitDay(dose.givenOn, patient, today);
  await tx.insert(ExternalDose, { ...dose, ...namedToxin(dose), patientId: patient.id, version: 1 });
}

interface NamedToxin {
  readonly product: ToxinProduct | null;
  readonly brand: string | null;
}

/** One of our products, or a brand, which may be a name of one. Both where they are the same toxin. */
export function namedToxin({ product = null, brand = null }: Partial<NamedToxin>): NamedToxin {
  if (brand === null) {
    if (product === null)
      throw malformed('/product', 'toxin-required', 'Name the product, or else its brand as it was told');
    return { product, brand };
  }
  const sold = productOfBrand(brand);
  if (product !== null && product !== sold) {
    const other = sold ? `of ${PRODUCTS[sold].brand}` : 'of none of our products, as far as we know';
    throw malformed(
      '/brand',
      'brand-of-another-product',
      `This is a name ${other}, not of ${PRODUCTS[product].brand}: send either product or brand`,
    );
  }
  return { product: sold, brand };
}

export function refuseUnfitDay(
  givenOn: PlainDate,
  { birthDate, deceasedOn }: Patient,
  today: PlainDate,
): void {
  if (birthDate && givenOn < birthDate)
    throw malformed('/givenOn', 'before-birth', 'givenOn lies before the patient was born');
  if (deceasedOn && givenOn > deceasedOn)
    throw malformed('/givenOn', 'after-death', `givenOn lies after the death of the patient (${deceasedOn})`);
  if (givenOn > today)
    throw malformed('/givenOn', 'future', `givenOn lies in the future (today is ${today})`);
}
