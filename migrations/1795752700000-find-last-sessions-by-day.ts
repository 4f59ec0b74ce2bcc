import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose peak check ends on a day is counted with every page of a neurologist: found by the day of the last session. */
export class FindLastSessionsByDay1795752700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index course_assessment_anchor on course_assessment (anchor_on) where listed');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
