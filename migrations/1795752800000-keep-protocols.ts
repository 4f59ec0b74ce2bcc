import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clinic's own protocols, a row a version, and which one a session began from. */
export class KeepProtocols1795752800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What somebody published stands in the code; here is what the clinic keeps. A version never changes.
      create table protocol (
        id uuid not null,
        version integer not null check (version >= 1),
        name text not null,
        indication text not null,
        product toxin_product not null,
        rows jsonb not null check (jsonb_typeof(rows) = 'array'),
        vial_units numeric(8, 2) check (vial_units > 0),
        diluent_ml numeric(6, 2) check (diluent_ml >= 0),
        -- No longer offered.
        retired boolean not null default false,
        made_by uuid not null references app_user (id),
        created_at timestamptz not null default changed_at(),
        primary key (id, version),
        check ((vial_units is null) = (diluent_ml is null))
      );
      create trigger audit after insert or update or delete on protocol
        for each row execute function audit_change();
      create trigger kept before truncate on protocol for each statement execute function refuse_truncate();

      create function refuse_change_of_version() returns trigger language plpgsql set search_path = '' as $$
      begin
        raise exception 'A version of a protocol stays as it is: make a new one' using errcode = 'insufficient_privilege';
      end $$;
      create trigger stays before update or delete on protocol
        for each row execute function refuse_change_of_version();

      alter table injection_session
        -- A protocol of the clinic or a published one, so no key of another table.
        add column protocol_id uuid,
        add column protocol_version integer check (protocol_version >= 1),
        add constraint injection_session_protocol_version check ((protocol_id is null) = (protocol_version is null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
