import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ClinicNow } from '../../platform/clinic';
import { changePatient } from '../../records/patients/change-patient';
import { possibleDuplicates } from '../../records/patients/duplicates/possible-duplicates.query';
import { findByNumber, lockNumber } from '../../records/patients/duplicates/taken-number';
import { lockPatients } from '../../records/patients/lock-patient';
import type { Patient } from '../../records/patients/patient.entity';
import { registerPatient } from '../../records/patients/register-patient';
import type { ToldPatient } from '../message/read-patient';
import { Refusal } from '../message/refusal';
import { toldSoFar } from '../hl7-messages.query';
import { waiting, type Outcome, type Taking } from './outcome';
import { shapedChanges, shapedPatient } from './shape-told';
import { isSomebodyElse, toldChanges } from './told-changes';
import { toldOrder } from './told-order';

/** Whom a message tells of is registered, or their record follows it; or it is left to a person. */
export async function takePatient(
  tx: EntityManager,
  told: ToldPatient,
  taking: Taking,
  clinicNow: ClinicNow,
): Promise<Outcome> {
  const standing = (await findByNumber(tx, told.mrn)) ?? (await firstOfNumber(tx, told.mrn));
  return standing
    ? followMessage(tx, standing.id, told, { taking, clinicNow })
    : registerTold(tx, told, taking, clinicNow);
}

/** Of two messages that come at once about somebody new the second finds the record of the first. */
async function firstOfNumber(tx: EntityManager, mrn: string): Promise<Patient | undefined> {
  await lockNumber(tx, mrn);
  return findByNumber(tx, mrn);
}

async function registerTold(
  tx: EntityManager,
  { mrn, facts, diedSomeDay, notes }: ToldPatient,
  { evenSo }: Taking,
  clinicNow: ClinicNow,
): Promise<Outcome> {
  if (!facts.familyName) throw new Refusal(101, 'A new patient needs a family name', 'PID-5');
  const { deceasedOn, ...fields } = facts;
  const id = randomUUID();
  const patient = await shapedPatient({ sex: 'unknown', birthDate: null, ...fields, id, mrn });
  if (diedSomeDay) return waiting('It tells of somebody who is not on record, and who has died; not when.');
  const alike = (await possibleDuplicates(tx, patient)).filter(({ why }) => why.length > 1);
  if (alike.length > 0 && !evenSo) {
    const numbers = alike.map(({ patient: { mrn: number } }) => number).join(', ');
    return waiting(
      `Record number ${mrn} is new, and name, birth date or telephone are those of ${numbers}. If it is the same person, correct the number there and take the message again; if not, take it as somebody else`,
      alike[0]!.patient.id,
    );
  }
  const { today } = await clinicNow.read(tx);
  await registerPatient(tx, { ...patient, id, deceasedOn }, today);
  return { state: 'done', reason: notes.join('; ') || null, patientId: id };
}

async function followMessage(
  tx: EntityManager,
  patientId: string,
  { mrn, facts, diedSomeDay, notes }: ToldPatient,
  { taking: { occurredAt, evenSo }, clinicNow }: { taking: Taking; clinicNow: ClinicNow },
): Promise<Outcome> {
  const patient = (await lockPatients(tx, [patientId])).get(patientId)!;
  if (patient.mergedInto !== null)
    return waiting(
      `The record ${mrn} was merged into another one of the same person: look whether that should follow`,
      patient.mergedInto,
    );
  const changes = toldChanges(facts, patient);
  const { latestToldAt, writtenAt } = await toldSoFar(tx, patientId);
  const changedHereAt = writtenAt !== null && patient.updatedAt <= writtenAt ? null : patient.updatedAt;
  const differs = Object.keys(changes).length > 0;
  const order = toldOrder({ occurredAt, latestToldAt, changedHereAt, differs });
  if (order === 'overtaken') return { state: 'overtaken', reason: null, patientId };
  if (diedSomeDay && patient.deceasedOn === null)
    return waiting('It tells that this patient has died, and not when: record the day', patientId);
  if (order === 'same') return { state: 'same', reason: notes.join('; ') || null, patientId };
  if (isSomebodyElse(facts, patient) && !evenSo)
    return waiting(
      `It gives record number ${mrn} another family name and another birth date: look whether it is the same person`,
      patientId,
    );
  if (order === 'ask' && !evenSo)
    return waiting(
      `${Object.keys(changes).join(', ')} would change, and the record was changed here after what the message tells of`,
      patientId,
    );
  const dto = await shapedChanges(changes);
  await changePatient(tx, patient, { version: patient.version, changes: dto }, await clinicNow.read(tx));
  return { state: 'done', reason: notes.join('; ') || null, patientId };
}
