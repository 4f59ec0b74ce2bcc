import type { EntityManager } from 'typeorm';
import type { ClinicNow } from '../../platform/clinic';
import { findByNumber } from '../../records/patients/duplicates/taken-number';
import { lockPatient } from '../../records/patients/lock-patient';
import { Patient } from '../../records/patients/patient.entity';
import { waiting, type Outcome, type Taking } from '../taking/outcome';
import { bookTold } from './book-told';
import { changeTold } from './change-told';
import type { ToldAppointment } from './reading/read-appointment';
import { findTold } from './told-appointments.query';

/** An appointment that another system has made is booked here too, or follows what it tells; or it is left to a person. */
export async function takeAppointment(
  tx: EntityManager,
  told: ToldAppointment,
  taking: Taking,
  clinicNow: ClinicNow,
): Promise<Outcome> {
  const patient = await lockTold(tx, told.mrn);
  if (!patient)
    return waiting(
      `Nobody on record has number ${told.mrn}: register them, or correct the number of who it is, and take the message again`,
    );
  const standing = await findTold(tx, told);
  const into = { told, patient, taking, clinicNow };
  return standing ? changeTold(tx, standing, into) : bookTold(tx, into);
}

/** Who has a record number; of one that was given up, whoever goes on: somebody here has said that they are one person. */
async function lockTold(tx: EntityManager, mrn: string): Promise<Patient | undefined> {
  let found = await findByNumber(tx, mrn);
  while (found?.mergedInto) found = await tx.findOneByOrFail(Patient, { id: found.mergedInto });
  return found && lockPatient(tx, found.id);
}
