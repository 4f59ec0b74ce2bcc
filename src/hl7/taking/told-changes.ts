import { phoneDigits } from '../../records/patients/duplicates/why-same';
import type { Patient } from '../../records/patients/patient.entity';
import { searchText } from '../../platform/search-text';
import type { ToldFacts } from '../message/read-patient';

export type Standing = Pick<Patient, keyof ToldFacts>;

/**
 * What would a message change of a record?
 *
 * What it leaves out stays. A sex that the sender does not know takes nothing back, and a telephone number with the same
 * digits is the same.
 */
export function toldChanges(facts: ToldFacts, standing: Standing): ToldFacts {
  const changed = Object.entries(facts).filter(([field, value]) => {
    if (field === 'sex' && value === 'unknown') return false;
    if (field === 'phone' && value && standing.phone)
      return phoneDigits(String(value)) !== phoneDigits(standing.phone);
    return value !== standing[field as keyof ToldFacts];
  });
  return Object.fromEntries(changed);
}

/**
 * Would a message make another person of a record? Where family name and birth date both change: a number that was given
 * again, or mistyped. One of them alone is a marriage, or a mistake put right.
 */
export function isSomebodyElse({ familyName, birthDate }: ToldFacts, standing: Standing): boolean {
  if (!familyName || !birthDate || !standing.birthDate) return false;
  return birthDate !== standing.birthDate && searchText(familyName) !== searchText(standing.familyName);
}
