import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findableText } from '../src/records/patients/search/search-words';

/**
 * Names are sorted by their letters, whatever stands between them: O'Rourke after Orlov, as Orourke is. `Đorđević` is found
 * by `djordjevic`, and `Þórsson` by `torsson`, too.
 */
export class SortNamesByLetters1795758520000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index patient_name;
      drop collation people;
      -- Shifted: apostrophes, hyphens and blanks do not count, unless names are the same without them.
      do $$ begin
        if exists (select from pg_catalog.pg_collation where collprovider = 'i') then
          create collation people (provider = icu, locale = 'und-u-ka-shifted');
        else
          create collation people from "C";
        end if;
      end $$;
      create index patient_name on patient
        (family_name collate people, (coalesce(given_name, '')) collate people, id);

      -- What is made from the names is no change of a patient.
      alter table patient disable trigger user;
    `);
    await spell(db);
    await db.query('alter table patient enable trigger user');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

interface Named {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly mrn: string;
  readonly phone: string | null;
}

/** Whoever has such a letter in the name, and whatever record theirs was merged into. */
async function spell(db: QueryRunner): Promise<void> {
  const patients: Named[] = await db.query(
    `select id, family_name as "familyName", given_name as "givenName", mrn, phone from patient
     where family_name || coalesce(given_name, '') ~ '[ĐđÞþ]'`,
  );
  for (const patient of patients)
    await db.query(
      `with recursive carrying as (
         select id, merged_into from patient where id = $1
         union
         select p.id, p.merged_into from patient p join carrying c on p.id = c.merged_into)
       update patient set search_text = search_text || $2 where id in (select id from carrying)`,
      [patient.id, findableText(patient)],
    );
}
