import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were read in, and what became of their rows. */
export class ImportFiles1795755600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_file (
        id uuid primary key,
        kind text not null,
        dry_run boolean not null,
        all_or_nothing boolean not null,
        state text not null check (state in ('done', 'refused')),
        encoding text not null,
        delimiter text not null,
        dates text not null check (dates in ('iso', 'dmy', 'mdy')),
        total_rows integer not null check (total_rows >= 0),
        new_rows integer not null check (new_rows >= 0),
        same_rows integer not null check (same_rows >= 0),
        refused_rows integer not null check (refused_rows >= 0),
        problems jsonb not null,
        notes jsonb not null,
        -- Of the refused rows, as they stood in the file.
        header jsonb not null,
        refused jsonb not null,
        created_by uuid not null,
        created_at timestamptz not null default changed_at(),
        check (total_rows = new_rows + same_rows + refused_rows)
      );
      create trigger audit after insert or update or delete on import_file
        for each row execute function audit_change();
      create trigger kept before truncate on import_file for each statement execute function refuse_truncate();
    `);
  }
  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
