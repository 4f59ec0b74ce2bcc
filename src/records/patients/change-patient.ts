import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { bornAfter } from '../../clinical/course/days-in-order';
import type { Clinic } from '../../platform/clinic';
import { changeRow } from '../../platform/database/change-row';
import { contradicting } from '../../platform/http/problem';
import { factsOfPatient } from '../assessment/dated-facts.query';
import { reassessPatient } from '../assessment/reassess-course';
import { putInForce } from '../precautions/write-precautions';
import { refuseTakenNumber } from './duplicates/taken-number';
import { withMergedText } from './merging/merged-text';
import { Patient } from './patient.entity';
import type { ChangePatientDto } from './patients.dto';
import { endWithDeath } from './record-death';
import { refuseImpossibleDays, weightColumns } from './register-patient';

/** Writes what changes of a patient, who is locked, and what follows from it. */
export async function changePatient(
  tx: EntityManager,
  before: Patient,
  { version, changes }: { readonly version: number; readonly changes: ChangePatientDto },
  clinic: Clinic,
): Promise<void> {
  const { id } = before;
  const { weight, precautions, ...fields } = changes;
  const next = { ...before, ...fields, ...weightColumns(weight) };
  const days = { birthDate: next.birthDate, weight, deceasedOn: next.deceasedOn };
  refuseImpossibleDays(days, clinic.today);
  await refuseBirthAfter(tx, before, next.birthDate);
  if (next.mrn !== before.mrn) await refuseTakenNumber(tx, id, next.mrn);
  if (next.deceasedOn && next.deceasedOn !== before.deceasedOn) {
    await endWithDeath(tx, id, next.deceasedOn, { pointer: '/deceasedOn', zone: clinic.zone });
  }
  const searchText = await withMergedText(tx, next);
  await changeRow(tx, Patient, { id, version }, { ...fields, ...weightColumns(weight), searchText });
  if (precautions) await putInForce(tx, id, precautions, clinic.today);
  await reassessPatient(tx, id, clinic);
}

/** A birth date moves past nothing that is on record. */
async function refuseBirthAfter(
  tx: EntityManager,
  patient: Patient,
  birthDate: PlainDate | null,
): Promise<void> {
  if (birthDate === null || (patient.birthDate !== null && birthDate <= patient.birthDate)) return;
  const before = bornAfter(birthDate, await factsOfPatient(tx, patient.id));
  if (before) throw contradicting('/birthDate', 'before-birth', before);
}
