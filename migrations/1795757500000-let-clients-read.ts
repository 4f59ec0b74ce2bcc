import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs of other systems that read FHIR by themselves (SMART Backend Services): their keys, and what they hold of ours. */
export class LetClientsRead1795757500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table smart_client (
        id uuid primary key,
        name text not null check (char_length(name) between 1 and 200),
        jwks jsonb,
        jwks_url text check (char_length(jwks_url) <= 2000),
        scopes text[] not null check (cardinality(scopes) > 0),
        created_by uuid not null references app_user (id),
        approved_by uuid references app_user (id),
        approved_at timestamptz,
        created_at timestamptz not null default now(),
        revoked_at timestamptz,
        check ((jwks is null) <> (jwks_url is null)),
        check ((approved_by is null) = (approved_at is null))
      );
      create trigger audit after insert or update or delete on smart_client
        for each row execute function audit_change();
      create trigger kept before truncate on smart_client for each statement execute function refuse_truncate();

      -- An assertion is taken once.
      create table smart_assertion (
        client_id uuid not null references smart_client (id),
        jti text not null,
        expires_at timestamptz not null,
        primary key (client_id, jti)
      );
      create index smart_assertion_expires on smart_assertion (expires_at);

      create table smart_access_token (
        token_hash bytea primary key,
        client_id uuid not null references smart_client (id),
        scopes text[] not null,
        expires_at timestamptz not null
      );
      create index smart_access_token_expires on smart_access_token (expires_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
