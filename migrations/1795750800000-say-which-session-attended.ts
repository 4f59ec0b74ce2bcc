import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An appointment that counts as attended only because a session was logged on its day names the first version of that
 * session: voided or moved to another day, it opens the appointment again. What counted as attended before names none and
 * stays.
 */
export class SayWhichSessionAttended1795750800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table appointment
        add column attended_session_id uuid references injection_session (id),
        add constraint appointment_attended_session_check
          check (attended_session_id is null or status = 'attended');
      create index appointment_attended_session on appointment (attended_session_id)
        where attended_session_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
