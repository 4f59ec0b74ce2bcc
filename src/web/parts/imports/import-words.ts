import type { ImportView } from '../../../records/imports/imports.dto';

export const KIND_WORDS: Readonly<Record<ImportView['kind'], string>> = {
  patients: 'Patients',
  courses: 'Courses',
  sessions: 'Sessions',
  responses: 'Responses',
  'external-doses': 'Doses given elsewhere',
  authorizations: 'Authorizations',
};

export const STATE_WORDS: Readonly<Record<ImportView['state'], string>> = {
  running: 'being taken',
  interrupted: 'broken off',
  cancelled: 'cancelled',
  done: 'done',
  refused: 'nothing was taken',
};

export const DATES_WORDS: Readonly<Record<ImportView['dates'], string>> = {
  iso: 'year first: 2026-04-03',
  dmy: 'day first: 03/04/2026',
  mdy: 'month first: 04/03/2026',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
};

export function delimiterWords(delimiter: string): string {
  return DELIMITERS[delimiter] ?? delimiter;
}
