import type { PrecautionCode } from '../clinical/precautions/precaution-rows';
import type { Handedness } from '../clinical/catalogue/anatomy/handedness';
import type { Sex } from '../records/patients/patient.entity';

/** A patient of the demo clinic. Nobody here exists. */
export interface Person {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  readonly years: number;
  readonly payer: string;
  readonly precautions: readonly PrecautionCode[];
  /** Of children: the weight on the day of the latest session. */
  readonly kg?: number;
  readonly priorToxinTolerance?: boolean;
  readonly handedness?: Handedness;
}

export const PAYERS = {
  M: 'Medicare',
  N: 'Northgate Health Plan',
  F: 'Fairlea Mutual',
  O: 'Oldfield Union Plan',
} as const;

/** key | given name, family name | sex | age | payer, then what asks for care. */
const ROWS = `
  abernathy   | Claire, Abernathy     | female | 52 | F | cannot_become_pregnant
  adeyemi     | Folake, Adeyemi       | female | 39 | N
  baptiste    | Jérôme, Baptiste      | male   | 58 | O | anticoagulant
  bergstrom   | Olof, Bergström       | male   | 69 | M
  blackwood   | Ian, Blackwood        | male   | 65 | M
  carver      | Thomas, Carver        | male   | 71 | M | anticoagulant
  castellano  | Rosa, Castellano      | female | 74 | M
  chaudhary   | Meera, Chaudhary      | female | 29 | N
  delgado     | Inés, Delgado         | female | 41 | F
  dubois      | Camille, Dubois       | female | 35 | N | pregnant
  ferreira    | Beatriz, Ferreira     | female | 50 | O | cannot_become_pregnant
  fitzgerald  | Nora, Fitzgerald      | female | 68 | M | milk_protein_allergy
  greenbaum   | Ruth, Greenbaum       | female | 77 | M
  haddad      | Samir, Haddad         | male   | 49 | F
  hakimi      | Farid, Hakimi         | male   | 57 | O
  holloway    | Daisy, Holloway       | female |  9 | N
  iyer        | Kavitha, Iyer         | female | 43 | F | cannot_become_pregnant
  kaur        | Simran, Kaur          | female | 56 | F
  kowalczyk   | Barbara, Kowalczyk    | female | 70 | M
  lemaire     | Sylvie, Lemaire       | female | 64 | F
  lindqvist   | Marta, Lindqvist      | female | 61 | O
  marchetti   | Lucia, Marchetti      | female | 42 | F
  moreau      | Étienne, Moreau       | male   | 47 | N
  mthembu     | Sipho, Mthembu        | male   | 51 | O | anticoagulant
  nakagawa    | Yuki, Nakagawa        | female | 34 | N
  nowak       | Piotr, Nowak          | male   | 53 | F
  okonkwo     | Adaeze, Okonkwo       | female | 46 | N
  orourke     | Seán, O’Rourke        | male   | 60 | F
  ortega      | Paloma, Ortega        | female | 48 | O | cannot_become_pregnant
  oyelaran    | Tunde, Oyelaran       | male   | 63 | M
  papadakis   | Eleni, Papadakis      | female | 59 | F
  petrov      | Dimitri, Petrov       | male   | 66 | M
  quispe      | Mateo, Quispe         | male   |  7 | N
  rasmussen   | Erik, Rasmussen       | male   | 72 | M
  sandoval    | Luis, Sandoval        | male   | 55 | O
  song        | Min-jun, Song         | male   | 45 | F
  sorensen    | Karen, Sørensen       | female | 67 | M
  thibodeaux  | Renée, Thibodeaux     | female | 38 | N
  tran        | Linh, Tran            | female | 36 | F
  vasquez     | Pilar, Vasquez        | female | 31 | O
  whitfield   | Grace, Whitfield      | female | 44 | F
  yilmaz      | Deniz, Yilmaz         | other  | 33 | N
  zimmer      | Hannah, Zimmer        | female | 27 | F
  zubiri      | Amaia, Zubiri         | female | 73 | M
  zwart       | Willem, Zwart         | male   | 68 | O
`;

const WEIGHTS: Readonly<Record<string, number>> = { holloway: 27.5, quispe: 22 };
/** Asked before type B. */
const TOLERATED: ReadonlySet<string> = new Set(['castellano', 'rasmussen']);

/** Of patients with a palsy of one side: the codes of their courses say which side is the dominant one. */
const HANDS: Readonly<Record<string, Handedness>> = {
  baptiste: 'right',
  oyelaran: 'right',
  sandoval: 'right',
  sorensen: 'right',
};

export const PEOPLE: readonly Person[] = ROWS.trim().split('\n').map(readPerson);

function readPerson(row: string): Person {
  const [key, names, sex, years, payer, ...precautions] = row.split('|').map((cell) => cell.trim());
  const [givenName, familyName] = names!.split(', ');
  return {
    key: key!,
    givenName: givenName!,
    familyName: familyName!,
    sex: sex as Sex,
    years: Number(years),
    payer: PAYERS[payer as keyof typeof PAYERS],
    precautions: precautions as PrecautionCode[],
    kg: WEIGHTS[key!],
    priorToxinTolerance: TOLERATED.has(key!) || undefined,
    handedness: HANDS[key!],
  };
}
