import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person become one, and apart again: which rows went over is kept with each merge. */
export class MergePatients1795755450000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table patient add column merged_into uuid references patient (id) check (merged_into <> id);
      create index patient_merged_into on patient (merged_into) where merged_into is not null;

      create table patient_merge (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        into_id uuid not null references patient (id),
        reason text not null check (length(reason) between 1 and 2000),
        merged_by uuid not null references app_user (id),
        merged_at timestamptz not null default changed_at(),
        -- The ids of the rows that went over, by table.
        moved jsonb not null,
        undone_by uuid references app_user (id),
        undone_at timestamptz,
        undo_reason text check (length(undo_reason) between 1 and 2000),
        check (patient_id <> into_id),
        check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
      );
      create unique index patient_merge_one_standing on patient_merge (patient_id) where undone_at is null;
      create index patient_merge_into on patient_merge (into_id);
      create trigger audit after insert or update or delete on patient_merge
        for each row execute function audit_change();
      create trigger kept before truncate on patient_merge for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
