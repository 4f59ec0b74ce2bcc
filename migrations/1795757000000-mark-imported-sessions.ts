import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a session comes from. One that was taken over from another record waits for nobody's signature. */
export class MarkImportedSessions1795757000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table injection_session add column origin text not null default 'logged'
        constraint injection_session_origin_check check (origin in ('logged', 'import'));
      drop index injection_session_unsigned;
      create index injection_session_unsigned on injection_session (performed_on, id)
        where signed_at is null and voided_at is null and replaced_at is null and origin = 'logged';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
