import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file is taken part by part, each in a transaction of its own: how far it has come is seen, it can be cancelled between two
 * parts, and sent again after a kill it goes on where it was.
 */
export class TakeImportsInParts1795758470000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import_file
        -- As whoever sent it calls it.
        add column name text,
        -- SHA-256 of the file and of how it was asked to be taken; null: from before there were parts.
        add column digest bytea,
        -- Which rules spoke against rows that were taken all the same, as history.
        add column rules jsonb not null default '[]',
        drop constraint import_file_state_check,
        add constraint import_file_state_check check (state in ('running', 'cancelled', 'done', 'refused')),
        drop constraint import_file_check,
        add constraint import_file_check check (state in ('running', 'cancelled') or total_rows = new_rows + same_rows + refused_rows);
      create index import_file_unfinished on import_file (digest) where state in ('running', 'cancelled');
      create index import_file_created on import_file (created_at);

      -- What became of the rows of a part, until all are done and stand with their file.
      create table import_part (
        import_id uuid not null references import_file (id),
        first_row integer not null,
        rows integer[] not null,
        new_rows integer not null,
        same_rows integer not null,
        refused_rows integer not null,
        said jsonb not null,
        primary key (import_id, first_row)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
