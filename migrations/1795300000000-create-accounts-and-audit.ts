import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccountsAndAudit1795300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        actor_id uuid,
        actor_name text not null,
        actor_role text not null,
        action text not null check (action in
          ('insert', 'update', 'delete', 'read', 'export', 'sign-in', 'sign-in-failed', 'sign-out')),
        subject text not null,
        subject_id uuid,
        patient_id uuid,
        before jsonb,
        after jsonb,
        detail jsonb
      );
      create index audit_entry_patient on audit_entry (patient_id, id) where patient_id is not null;
      create index audit_entry_actor on audit_entry (actor_id, id);
      create index audit_entry_at on audit_entry (at);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit trail only grows: % of % is refused', lower(tg_op), tg_table_name
          using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_only_grows before update or delete on audit_entry
        for each row execute function refuse_change();
      create trigger audit_entry_is_kept before truncate on audit_entry
        for each statement execute function refuse_change();

      create function touch_updated_at() returns trigger language plpgsql as $$
      begin
        new.updated_at := clock_timestamp();
        return new;
      end $$;

      create table app_user (
        id uuid primary key,
        username text not null constraint app_user_username unique
          check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
        display_name text not null check (length(display_name) between 1 and 200),
        role text not null check (role in ('neurologist', 'scheduler', 'reporting', 'admin')),
        password_hash text not null,
        disabled_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create trigger app_user_touch before update on app_user for each row execute function touch_updated_at();

      create table login_session (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        token_hash bytea not null constraint login_session_token unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index login_session_user on login_session (user_id);

      create table api_token (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        role text not null check (role in ('neurologist', 'scheduler', 'reporting', 'admin')),
        token_hash bytea not null constraint api_token_token unique,
        created_by uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );

      create table client_request (
        kind text not null,
        id uuid not null,
        body_hash bytea not null,
        created_at timestamptz not null default now(),
        primary key (kind, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
