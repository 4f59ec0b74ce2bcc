import type { EntityManager } from 'typeorm';
import { changedPatients } from './changed-patients.query';
import { Patient } from './patient.entity';
import { soughtPatients } from './search/patient-search.query';

export interface PatientSearch {
  readonly q?: string;
  readonly updatedSince?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Patients by parts of their name, record number or telephone number, or by birth date; as people sort names, then by id. */
export function findPatients(db: EntityManager, search: PatientSearch): Promise<Patient[]> {
  const found = db
    .createQueryBuilder(Patient, 'patient')
    .orderBy('family_name collate people')
    .addOrderBy("coalesce(given_name, '') collate people")
    .addOrderBy('id');
  const { q, updatedSince, after, limit } = search;
  if (q !== undefined) {
    const sought: Record<string, unknown> = {};
    const value = (given: unknown): string => {
      const name = `sought${Object.keys(sought).length}`;
      sought[name] = given;
      return `:${name}`;
    };
    for (const condition of soughtPatients(q, 'patient', value)) found.andWhere(condition);
    found.setParameters(sought);
  }
  if (updatedSince) found.andWhere(`id in (${changedPatients(':since')})`, { since: updatedSince });
  // Who asks for changes is told of them too, so that a copy can follow.
  else found.andWhere('merged_into is null');
  if (after) {
    const [family, given, id] = after;
    found.andWhere(
      "(family_name collate people, coalesce(given_name, '') collate people, id) > (:family, :given, :id)",
      { family, given, id },
    );
  }
  return found.limit(limit).getMany();
}
