import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was tried before a course began, in words: tablets, exercises. Payers ask for it. */
export class TellWhatWasTried1795756200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table course add column tried_before text
        constraint course_tried_before check (char_length(tried_before) between 1 and 1000);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
