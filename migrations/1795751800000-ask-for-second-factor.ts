import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor of a user: codes of an app, and recovery codes for the day on which the app is lost. */
export class AskForSecondFactor1795751800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sign_in_setting add column second_factor_roles text[] not null default '{}'
        constraint sign_in_setting_roles
          check (second_factor_roles <@ '{neurologist,scheduler,reporting,admin}'::text[]);
      alter table app_user
        add column second_factor_at timestamptz,
        -- An administrator removed it, and the user has not said yet that they know.
        add column second_factor_reset_at timestamptz;

      -- Pending as long as app_user says nothing of it.
      create table second_factor (
        user_id uuid primary key references app_user (id),
        secret text not null,
        created_at timestamptz not null default now(),
        -- The half minute of the latest code that was used: no code opens twice.
        last_counter integer not null default -1
      );
      create table recovery_code (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        code_hash bytea not null,
        used_at timestamptz
      );
      create index recovery_code_user on recovery_code (user_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
