import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was asked for as a whole, and its files until they are a day old: any process of the service hands them out. */
export class KeepBulkExports1795757400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fhir_export (
        id uuid primary key,
        -- Who asked, as they were then: a user, a token or a client.
        actor_id uuid not null,
        actor_name text not null,
        actor_role text not null,
        request text not null,
        asked jsonb not null,
        requested_at timestamptz not null,
        status text not null default 'asked' check (status in ('asked', 'made', 'failed')),
        attempts integer not null default 0,
        types_done integer not null default 0,
        types_total integer not null,
        transaction_time timestamptz,
        check ((status = 'made') = (transaction_time is not null))
      );
      create index fhir_export_actor on fhir_export (actor_id);
      create index fhir_export_requested on fhir_export (requested_at);

      create table fhir_export_file (
        export_id uuid not null references fhir_export (id) on delete cascade,
        name text not null,
        type text not null,
        -- It names what is no more.
        removed boolean not null,
        count integer not null check (count > 0),
        patient_ids uuid[] not null,
        -- Compressed with gzip.
        content bytea not null,
        primary key (export_id, name)
      );
      alter table fhir_export_file alter column content set storage external;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
