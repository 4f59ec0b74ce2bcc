import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import type { ClinicNow } from '../../../platform/clinic';
import { malformed, Problem } from '../../../platform/http/problem';
import { reassessPatient } from '../../assessment/reassess-course';
import { lockPatients } from '../lock-patient';
import { Patient } from '../patient.entity';
import { withMergedText } from './merged-text';
import { moveRows } from './moved-rows.query';
import { PatientMerge } from './patient-merge.entity';
import { refuseUnfitMerge } from './refuse-merge';

interface Merging {
  /** The record that is given up. */
  readonly patientId: string;
  /** The record that goes on. */
  readonly intoId: string;
  readonly reason: string;
  readonly mergedBy: string;
}

/** Puts one record into another one of the same person. */
export async function mergeRecords(
  tx: EntityManager,
  { patientId, intoId, reason, mergedBy }: Merging,
  clinicNow: ClinicNow,
): Promise<PatientMerge> {
  const records = await lockPatients(tx, [patientId, intoId]);
  const merged = records.get(patientId);
  const into = records.get(intoId);
  if (!merged) throw new Problem('not-found', 'No such patient.');
  if (!into) throw malformed('/intoId', 'no-such-patient', 'There is no such patient');
  await refuseUnfitMerge(tx, merged, into);
  const clinic = await clinicNow.read(tx);
  const moved = await moveRows(tx, { from: patientId, to: intoId });
  const id = randomUUID();
  const carriedBirthDate = into.birthDate === null ? merged.birthDate : null;
  await tx.insert(PatientMerge, { id, patientId, intoId, reason, mergedBy, moved, carriedBirthDate });
  await setMerged(tx, merged, intoId);
  await retell(tx, into, into.birthDate ?? carriedBirthDate);
  await reassessPatient(tx, intoId, clinic);
  return tx.findOneByOrFail(PatientMerge, { id });
}

export async function setMerged(
  tx: EntityManager,
  { id, version }: Patient,
  mergedInto: string | null,
): Promise<void> {
  await tx.update(Patient, { id }, { mergedInto, version: version + 1 });
}

/** The record that goes on is found by what the others were found by, and has this birth date. */
export async function retell(tx: EntityManager, into: Patient, birthDate: PlainDate | null): Promise<void> {
  await tx.update(
    Patient,
    { id: into.id },
    { birthDate, searchText: await withMergedText(tx, into), version: into.version + 1 },
  );
}
