import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where and when somebody is signed in, the devices they sign in from, and a first password that is not theirs to keep. */
export class KnowWhereOneSignedIn1795751700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table login_session
        add column last_seen_at timestamptz not null default now(),
        add column address text,
        -- In words, such as 'Firefox on Windows'.
        add column device text;
      create index login_session_address on login_session (user_id, address, created_at);

      alter table app_user add column must_change_password boolean not null default false;

      -- One browser may be known of several users: they share a desk.
      create table known_device (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        token_hash bytea not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz not null,
        constraint known_device_of_user unique (user_id, token_hash)
      );

      create table sign_in_setting (
        id boolean primary key default true check (id),
        idle_minutes jsonb not null,
        version integer not null default 1,
        updated_at timestamptz not null default now()
      );
      insert into sign_in_setting (idle_minutes)
        values ('{"neurologist": 60, "scheduler": 60, "reporting": 60, "admin": 60}');
      create trigger sign_in_setting_touch before update on sign_in_setting
        for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on sign_in_setting
        for each row execute function audit_change();
      create trigger kept before truncate on sign_in_setting for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
