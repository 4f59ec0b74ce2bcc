import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has one name only has it as the family name, and no given name; they are listed before those who have one. */
export class KnowPatientsByOneName1795756400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table patient alter given_name drop not null;
      drop index patient_name;
      create index patient_name on patient
        (family_name collate people, (coalesce(given_name, '')) collate people, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
