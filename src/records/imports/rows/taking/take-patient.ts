import { randomUUID } from 'node:crypto';
import {
  possibleDuplicates,
  type PossibleDuplicate,
} from '../../../patients/duplicates/possible-duplicates.query';
import { plainNumber, type Sameness } from '../../../patients/duplicates/why-same';
import { Patient } from '../../../patients/patient.entity';
import { registerPatient } from '../../../patients/register-patient';
import { ImportedPatientDto } from '../imported-rows.dto';
import { asksForDecision, differencesOf } from '../same-patient';
import { takeEach } from './take-each';
import { refusedFor, type Taken, type Taker } from './taken';

/** A row of a file as a patient: written, on record already, or left to a person to decide. */
export const PATIENTS: Taker<ImportedPatientDto> = {
  dto: ImportedPatientDto,
  take: takeEach(async (tx, [{ notDuplicateOf, ...patient }], { clinic }) => {
    const standing = await tx.findOneBy(Patient, { mrn: patient.mrn });
    if (standing) return compared(patient, standing);
    const others = (notDuplicateOf ?? '').split(';').map(plainNumber).filter(Boolean);
    const alike = (await possibleDuplicates(tx, patient)).filter(
      (possible) => !others.includes(plainNumber(possible.patient.mrn)),
    );
    const doubtful = alike.filter(({ why }) => asksForDecision(why));
    if (doubtful.length > 0) {
      return {
        outcome: 'refused',
        problems: doubtful.map(({ patient: { id, mrn }, why }) => ({
          pointer: null,
          message:
            `May be the patient with record number ${mrn}: the same ${inWords(why)}. ` +
            `If it is, take that number; if it is somebody else, write ${mrn} in the column notDuplicateOf`,
          patientId: id,
        })),
      };
    }
    await registerPatient(tx, { ...patient, id: randomUUID() }, clinic.today);
    return { outcome: 'new', notes: alike.map(namesake) };
  }),
};

function compared(patient: Omit<ImportedPatientDto, 'notDuplicateOf'>, standing: Patient): Taken {
  const fields = differencesOf(patient, standing);
  if (fields.length === 0) return { outcome: 'same' };
  return refusedFor(
    fields,
    standing.id,
    (field) =>
      `Record number ${standing.mrn} is on record with another ${field}. If it is the same person, correct the patient's page or this cell; if not, give another number`,
  );
}

function namesake({ patient: { mrn }, why }: PossibleDuplicate): string {
  return `shares ${inWords(why)} with record number ${mrn} and is taken for somebody else`;
}

const WORDS: Readonly<Record<Sameness, string>> = {
  name: 'name',
  'birth-date': 'birth date',
  phone: 'telephone number',
  mrn: 'record number, written otherwise',
};

function inWords(why: readonly Sameness[]): string {
  return why.map((one) => WORDS[one]).join(' and ');
}
