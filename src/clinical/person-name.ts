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
