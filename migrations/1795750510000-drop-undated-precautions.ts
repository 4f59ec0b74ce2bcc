import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each has a row of `patient_precaution` by now. */
export class DropUndatedPrecautions1795750510000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table patient drop column precautions');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
