import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a course was reopened the last time, and why an appointment was cancelled with what it was about. */
export class ReopenCoursesAndSayWhyCancelled1795750600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table course add column reopen_reason text check (length(reopen_reason) between 1 and 2000);
      alter table appointment add column cancel_reason text check (cancel_reason is null or status = 'cancelled');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
