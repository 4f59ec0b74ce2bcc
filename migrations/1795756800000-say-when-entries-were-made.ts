import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who fetches the trail's new entries misses none that is committed after a later one. */
export class SayWhenEntriesWereMade1795756800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table audit_entry alter column at set default changed_at()');
  }
  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
