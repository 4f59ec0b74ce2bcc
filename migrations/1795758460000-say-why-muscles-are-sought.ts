import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why muscles of a course are looked for with EMG or ultrasound, in words. Payers ask for it. */
export class SayWhyMusclesAreSought1795758460000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table course add column guidance_reason text
        constraint course_guidance_reason check (char_length(guidance_reason) between 1 and 1000);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
