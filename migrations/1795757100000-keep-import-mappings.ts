import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the columns of other programs' files are called here. They name columns, no patient. */
export class KeepImportMappings1795757100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_mapping (
        id uuid primary key,
        kind text not null,
        name text,
        columns jsonb not null,
        created_by uuid not null references app_user (id),
        created_at timestamptz not null default changed_at()
      );
      create trigger audit after insert or update or delete on import_mapping
        for each row execute function audit_change();
      create trigger kept before truncate on import_mapping for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
