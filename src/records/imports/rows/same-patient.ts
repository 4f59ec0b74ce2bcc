import type { Sameness } from '../../patients/duplicates/why-same';
import type { Patient } from '../../patients/patient.entity';
import { differing } from './differing';
import type { ImportedPatientDto } from './imported-rows.dto';

/**
 * Must a person decide whether a row of a file is a patient on record?
 *
 * Where the record number is written otherwise, or two of name, birth date and telephone number are shared. A namesake born on another day,
 * a twin, or a couple with one telephone number are nothing to stop for.
 */
export function asksForDecision(why: readonly Sameness[]): boolean {
  return why.includes('mrn') || why.length > 1;
}

const COMPARED = [
  'familyName',
  'givenName',
  'birthDate',
  'sex',
  'phone',
  'email',
  'payer',
  'referrerName',
  'referrerAddress',
  'handedness',
  'priorToxinTolerance',
  'deceasedOn',
] as const satisfies readonly (keyof ImportedPatientDto & keyof Patient)[];

type Compared = Partial<Pick<ImportedPatientDto, (typeof COMPARED)[number] | 'weight'>>;
type Standing = Pick<Patient, (typeof COMPARED)[number] | 'weightKg' | 'weightMeasuredOn'>;

/** Which fields of a row say something else than the record; what a row leaves out, or does not know, says nothing. */
export function differencesOf(row: Compared, standing: Standing): string[] {
  const fields: string[] = differing(COMPARED, row, standing);
  const { weight } = row;
  const weighed =
    weight && (weight.kg !== standing.weightKg || weight.measuredOn !== standing.weightMeasuredOn);
  return weighed ? [...fields, 'weight'] : fields;
}
