import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { malformed } from '../../platform/http/problem';
import { putInForce } from '../precautions/write-precautions';
import { refuseTakenNumber } from './duplicates/taken-number';
import { Patient } from './patient.entity';
import type { ChangePatientDto, RegisterPatientDto } from './patients.dto';
import { findableText } from './search/search-words';

/** Who comes from elsewhere may have died before. */
export type NewPatient = RegisterPatientDto &
  Required<Pick<RegisterPatientDto, 'id'>> &
  Pick<ChangePatientDto, 'deceasedOn'>;

/** Writes a new patient, typed or from a file. */
export async function registerPatient(
  tx: EntityManager,
  patient: NewPatient,
  today: PlainDate,
): Promise<void> {
  const { weight, precautions = [], ...fields } = patient;
  refuseImpossibleDays(patient, today);
  await refuseTakenNumber(tx, patient.id, patient.mrn);
  await tx.insert(Patient, {
    ...fields,
    ...weightColumns(weight),
    searchText: findableText(patient),
    version: 1,
  });
  await putInForce(tx, patient.id, precautions, today);
}

export function refuseImpossibleDays(
  { birthDate, weight, deceasedOn }: Pick<ChangePatientDto, 'birthDate' | 'weight' | 'deceasedOn'>,
  today: PlainDate,
): void {
  if (birthDate && birthDate > today) throw malformed('/birthDate', 'future', 'birthDate lies in the future');
  if (weight && weight.measuredOn > today)
    throw malformed('/weight/measuredOn', 'future', 'measuredOn lies in the future');
  if (weight && birthDate && weight.measuredOn < birthDate) {
    throw malformed('/weight/measuredOn', 'before-birth', 'measuredOn lies before the birth date');
  }
  if (deceasedOn && deceasedOn > today)
    throw malformed('/deceasedOn', 'future', 'deceasedOn lies in the future');
  if (deceasedOn && birthDate && deceasedOn < birthDate) {
    throw malformed('/deceasedOn', 'before-birth', 'deceasedOn lies before the birth date');
  }
}

export function weightColumns(
  weight: ChangePatientDto['weight'],
): Partial<Pick<Patient, 'weightKg' | 'weightMeasuredOn'>> {
  if (weight === undefined) return {};
  return { weightKg: weight?.kg ?? null, weightMeasuredOn: weight?.measuredOn ?? null };
}
