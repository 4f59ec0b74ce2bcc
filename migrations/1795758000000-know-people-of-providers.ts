import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in by a provider (OpenID Connect): who somebody is there, and which sessions began there. */
export class KnowPeopleOfProviders1795758000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whoever signs in by a provider has no password here.
      alter table app_user alter column password_hash drop not null;

      create table user_identity (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        issuer text not null check (char_length(issuer) between 1 and 500),
        -- 255 characters by OpenID Connect Core 1.0, 2.
        subject text not null check (char_length(subject) between 1 and 255),
        created_at timestamptz not null default now(),
        unique (issuer, subject)
      );
      create index user_identity_user on user_identity (user_id);
      create trigger audit after insert or update or delete on user_identity
        for each row execute function audit_change();
      create trigger kept before truncate on user_identity for each statement execute function refuse_truncate();

      alter table login_session add column identity_id uuid references user_identity (id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
