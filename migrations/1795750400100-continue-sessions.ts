import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A touch-up, or what completes an aborted session, belongs to the session that it continues. */
export class ContinueSessions1795750400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table injection_session
        -- The first version of the session that this one continues.
        add column continues_id uuid references injection_session (id),
        add constraint injection_session_continues_another check (continues_id <> root_id);
      create index injection_session_continues on injection_session (continues_id) where continues_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
