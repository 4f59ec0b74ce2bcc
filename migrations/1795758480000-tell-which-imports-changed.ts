import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the list of imports it is told what changed, as of every other list. */
export class TellWhichImportsChanged1795758480000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import_file add column updated_at timestamptz not null default changed_at();
      create trigger import_file_touch before update on import_file for each row execute function touch_updated_at();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
