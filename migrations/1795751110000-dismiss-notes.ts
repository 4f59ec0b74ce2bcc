import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the clinic is told once, and that somebody has read it. */
export class DismissNotes1795751110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table dismissed_note (
        note text primary key check (note in ('ask-wear-off')),
        dismissed_by uuid not null references app_user (id),
        dismissed_at timestamptz not null
      );
      create trigger audit after insert or update or delete on dismissed_note
        for each row execute function audit_change();
      create trigger kept before truncate on dismissed_note for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
