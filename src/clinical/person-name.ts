import { ageOn, type PlainDate } from './calendar';
import { dayText } from './due/due-text';

/** What somebody is called; who has one name only has it as the family name. */
export interface Named {
  readonly familyName: string;
  readonly givenName: string | null;
}

/** As one speaks of somebody: `Ann Whitfield`; of one name, `Suharto`. */
export function personName({ familyName, givenName }: Named): string {
  return givenName ? `${givenName} ${familyName}` : familyName;
}

/** As lists are sorted: `Whitfield, Ann`; of one name, `Suharto`. */
export function listedName({ familyName, givenName }: Named): string {
  return givenName ? `${familyName}, ${givenName}` : familyName;
}

/** `born 12 Apr 1968`, with the age on a day `born 12 Apr 1968, 58 years`; `birth date unknown`. */
export function bornText(birthDate: PlainDate | null, on?: PlainDate): string {
  if (birthDate === null) return 'birth date unknown';
  const born = `born ${dayText(birthDate)}`;
  return on === undefined ? born : `${born}, ${ageOn(birthDate, on)} years`;
}

/** The same of somebody who may not be on record. */
export function listedNameOf(patient: Named | undefined): string {
  return patient ? listedName(patient) : 'Unknown patient';
}
