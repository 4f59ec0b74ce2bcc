import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of some patients nobody knows the birth date. */
export class LetBirthDatesBeUnknown1795756400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table patient alter birth_date drop not null');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
