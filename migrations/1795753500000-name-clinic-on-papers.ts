import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a note or a letter bears: the clinic, the name as signed, the referring doctor. */
export class NameClinicOnPapers1795753500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table clinic_setting add column name text, add column address text, add column phone text;
      alter table app_user add column signs_as text;
      alter table patient add column referrer_name text, add column referrer_address text`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
