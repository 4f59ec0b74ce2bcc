import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a backup was taken and found to be good, or why it was not: what is not seen is not noticed to be missing. */
export class RecordBackups1795752200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table backup_run (
        id uuid primary key,
        begun_at timestamptz not null,
        ended_at timestamptz not null,
        -- Restored for a try, with the digests that it was written with.
        good boolean not null,
        file text,
        bytes bigint check (bytes >= 0),
        encrypted boolean not null,
        failure text,
        check (good = (failure is null)),
        check (not good or (file is not null and bytes is not null))
      );
      create index backup_run_ended on backup_run (ended_at);
      create trigger audit after insert or update or delete on backup_run
        for each row execute function audit_change();
      create trigger kept before truncate on backup_run for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
