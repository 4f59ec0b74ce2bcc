import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the due list that a person keeps under a name. They hold filters, no patient. */
export class KeepViews1795755200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        name text not null check (char_length(name) between 1 and 60),
        query text not null check (char_length(query) <= 500),
        created_at timestamptz not null default now()
      );
      create unique index saved_view_name on saved_view (user_id, lower(name));
      create trigger audit after insert or update or delete on saved_view
        for each row execute function audit_change();
      create trigger kept before truncate on saved_view for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
