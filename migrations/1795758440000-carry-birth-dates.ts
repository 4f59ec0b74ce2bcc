import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the record that goes on has no birth date, a merge gives it that of the other one, and undoing takes it back. */
export class CarryBirthDates1795758440000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table patient_merge add column carried_birth_date date');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
