import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret addresses under which injectors read their own times in a calendar. */
export class KeepCalendarFeeds1795755100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_feed (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        -- SHA-256 of the secret in the address.
        token_hash bytea not null constraint calendar_feed_token unique,
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );
      -- Everybody has one at most.
      create unique index calendar_feed_user on calendar_feed (user_id) where revoked_at is null;

      create trigger audit after insert or update or delete on calendar_feed
        for each row execute function audit_change();
      create trigger kept before truncate on calendar_feed
        for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
