import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findableText } from '../src/records/patients/search/search-words';

const BATCH = 2000;

/** Patients are found by parts of their names and by digits, and listed as people sort: neither reads all of them. */
export class FindPatients1795752500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Where the server was built without ICU, names are sorted by their letters' numbers, as before.
      do $$ begin
        if exists (select from pg_catalog.pg_collation where collprovider = 'i') then
          create collation people (provider = icu, locale = 'und');
        else
          create collation people from "C";
        end if;
      end $$;

      drop index patient_name;
      create index patient_name on patient (family_name collate people, given_name collate people, id);
      create index patient_birth_date on patient (birth_date);

      -- Part of PostgreSQL, but not of every installation; without it a search reads every patient.
      do $$ begin
        create extension if not exists pg_trgm;
        create index patient_search on patient using gin (search_text gin_trgm_ops);
      exception when undefined_file or feature_not_supported or insufficient_privilege or undefined_object then
        raise warning 'pg_trgm cannot be had: searching patients will be slower';
      end $$;

      -- What is made from the names is no change of a patient.
      alter table patient disable trigger user;
    `);
    await fill(db);
    await db.query('alter table patient enable trigger user');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

interface Named {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly mrn: string;
  readonly phone: string | null;
}

async function fill(db: QueryRunner): Promise<void> {
  for (let after: string | null = null; ;) {
    const patients: Named[] = await db.query(
      `select id, family_name as "familyName", given_name as "givenName", mrn, phone from patient
       where $1::uuid is null or id > $1 order by id limit ${BATCH}`,
      [after],
    );
    const last = patients.at(-1);
    if (!last) return;
    await db.query(
      `update patient set search_text = made.text
       from unnest($1::uuid[], $2::text[]) as made (id, text) where patient.id = made.id`,
      [patients.map(({ id }) => id), patients.map(findableText)],
    );
    after = last.id;
  }
}
