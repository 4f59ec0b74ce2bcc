import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a course with sessions was given another side, code or product; the trail keeps the reasons before. */
export class GiveReasonOfCourseChange1795750200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table course add column change_reason text
        check (length(change_reason) between 1 and 2000)
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
