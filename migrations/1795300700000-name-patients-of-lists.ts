import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list that was read is one entry that names all the patients it showed; what was refused is in the trail too. */
export class NamePatientsOfLists1795300700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_entry
        add column patient_ids uuid[],
        add constraint audit_entry_names_one_or_several
          check (patient_ids is null or (patient_id is null and cardinality(patient_ids) > 1)),
        drop constraint audit_entry_action_check,
        add constraint audit_entry_action_check check (action in
          ('insert', 'update', 'delete', 'read', 'export', 'refused', 'sign-in', 'sign-in-failed', 'sign-out'));
      create index audit_entry_patients on audit_entry using gin (patient_ids) where patient_ids is not null;

      create function patients_of(patients uuid[], courses uuid[], sessions uuid[]) returns setof uuid
      language sql stable as $$
        select id from unnest(patients) as id where id is not null
        union
        select patient_id from course where id = any (courses)
        union
        select c.patient_id from injection_session s join course c on c.id = s.course_id where s.id = any (sessions)
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
