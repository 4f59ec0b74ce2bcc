/** What a column holds, in words; where it is a number of something, of what. */
export type Meaning = string | { readonly means: string; readonly unit: string };

export interface TableMeaning {
  /** What one line of its file is. */
  readonly holds: string;
  /** Those whose meaning is not the same in every table. */
  readonly columns: Readonly<Record<string, Meaning>>;
}

export type Meanings = Readonly<Record<string, TableMeaning>>;

export function measured(unit: string, means: string): Meaning {
  return { means, unit };
}

export const OF_SESSIONS_PRODUCT = 'units of the session’s product';
export const OF_ITS_PRODUCT = 'units of the product';

/** Columns that mean the same wherever they stand. */
export const EVERYWHERE: Readonly<Record<string, Meaning>> = {
  id: 'Its id; other files name it by this',
  patient_id: 'Whose it is',
  course_id: 'The course that it belongs to',
  version: 'How often it was written, from 1; grows with each change',
  created_at: 'When it was entered',
  updated_at: 'When it was last changed',
  note: 'Words of whoever entered it',
};
