import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy of the list of tokens hears of one that was approved or deleted, too. */
export class SayWhenTokensChanged1795752300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table api_token add column updated_at timestamptz not null default now();
      alter table api_token alter column updated_at set default changed_at();
      create trigger api_token_touch before update on api_token for each row execute function touch_updated_at();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
