import type { EntityManager } from 'typeorm';
import { isPlainDate } from '../../clinical/calendar';
import { changedPatients } from './changed-patients.query';
import { Patient } from './patient.entity';
import { searchText } from '../../platform/search-text';

export interface PatientSearch {
  readonly q?: string;
  readonly updatedSince?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Patients by the beginnings of words of their name or record number, or by birth date; by name, then id. */
export function findPatients(db: EntityManager, search: PatientSearch): Promise<Patient[]> {
  const found = db
    .createQueryBuilder(Patient, 'patient')
    .orderBy('family_name')
    .addOrderBy('given_name')
    .addOrderBy('id');
  const words = wordsOf(search.q);
  words.forEach((word, i) => {
    if (isPlainDate(word)) found.andWhere(`birth_date = :day${i}`, { [`day${i}`]: word });
    else found.andWhere(`strpos(' ' || search_text, :word${i}) > 0`, { [`word${i}`]: ` ${word}` });
  });
  if (search.q !== undefined && words.length === 0) found.andWhere('false');
  if (search.updatedSince)
    found.andWhere(`id in (${changedPatients(':since')})`, { since: search.updatedSince });
  if (search.after) {
    const [family, given, id] = search.after;
    found.andWhere('(family_name, given_name, id) > (:family, :given, :id)', { family, given, id });
  }
  return found.limit(search.limit).getMany();
}

function wordsOf(q: string | undefined): string[] {
  const parts = (q ?? '').split(/\s+/).filter(Boolean);
  return parts.flatMap((part) => (isPlainDate(part) ? [part] : searchText(part).split(' ').filter(Boolean)));
}
