import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hand that a patient writes with, for codes that name the dominant side. */
export class RecordHandedness1795751000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table patient add column handedness text
        check (handedness in ('right', 'left', 'both', 'unknown'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
