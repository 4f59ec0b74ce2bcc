import { In, type EntityManager } from 'typeorm';
import { malformed } from '../../../platform/http/problem';
import { lockPatients } from '../../patients/lock-patient';
import { Patient } from '../../patients/patient.entity';

/** Patients by record number, locked until the transaction ends. */
export type KnownPatients = ReadonlyMap<string, Patient>;

export async function lockNamed(tx: EntityManager, mrns: readonly string[]): Promise<KnownPatients> {
  if (mrns.length === 0) return new Map();
  const named = await tx.find(Patient, { where: { mrn: In([...new Set(mrns)]) }, select: { id: true } });
  const locked = await lockPatients(
    tx,
    named.map(({ id }) => id),
  );
  return new Map([...locked.values()].map((patient) => [patient.mrn, patient]));
}

/** @throws Problem 400 where nobody has the number, or the record has become part of another one. */
export function patientOf(patients: KnownPatients, mrn: string): Patient {
  const patient = patients.get(mrn);
  if (!patient)
    throw malformed(
      '/mrn',
      'unknown-patient',
      `Nobody has the record number ${mrn}: import the patients first, or correct the number`,
    );
  if (patient.mergedInto !== null)
    throw malformed(
      '/mrn',
      'merged-patient',
      `The record ${mrn} was merged into another one of the same person: give the number of that one`,
    );
  return patient;
}
