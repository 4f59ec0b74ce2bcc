import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who logged a session stands in the trail alone, and is asked for with each of them. */
export class FindWhoLoggedASession1795757400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index audit_entry_logged on audit_entry (subject_id)
      where subject = 'injection_session' and action = 'insert'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
