import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { ExternalDose } from '../../../external-doses/external-dose.entity';
import { namedToxin, recordExternalDose } from '../../../external-doses/record-external-dose';
import { differing } from '../differing';
import { patientOf } from '../known-patients';
import { ImportedExternalDoseDto } from '../imported-rows.dto';
import { takeEach } from './take-each';
import { refusedFor, type Taker } from './taken';

const COMPARED = ['units', 'indication', 'givenBy', 'source', 'note'] as const;

/** A row of a file as toxin that others gave. One toxin in one region on one day is one dose, withdrawn or not. */
export const EXTERNAL_DOSES: Taker<ImportedExternalDoseDto> = {
  dto: ImportedExternalDoseDto,
  take: takeEach(async (tx, [{ mrn, ...dose }], { patients, clinic }) => {
    const patient = patientOf(patients, mrn);
    const { product, brand } = namedToxin(dose);
    const standing = await tx.findBy(ExternalDose, {
      patientId: patient.id,
      givenOn: dose.givenOn,
      product: product ?? IsNull(),
      brand: brand ?? IsNull(),
      region: dose.region ?? IsNull(),
    });
    const compared = standing.map((one) => ({ ...one, fields: differing(COMPARED, dose, one) }));
    if (compared.some(({ fields }) => fields.length === 0)) return { outcome: 'same' };
    const other = compared.find(({ withdrawnAt }) => withdrawnAt === null);
    if (other)
      return refusedFor(
        other.fields,
        patient.id,
        (field) =>
          `A dose of this toxin on ${dose.givenOn} is on record with another ${field}. Correct it there, or this cell; if it is a second one, tell them apart by their region`,
      );
    await recordExternalDose(tx, { ...dose, id: randomUUID() }, { patient, today: clinic.today });
    return { outcome: 'new', notes: [], changedPatientId: patient.id };
  }),
};
