import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All versions of a course's sessions, and all of its appointments, whatever became of them: the indexes of before hold only
 * what counts, so a flag read every session of the clinic, and a row of the due forecast every appointment.
 */
export class FindSessionsAndAppointments1795753800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index injection_session_versions on injection_session (course_id);
      create index appointment_of_course on appointment (course_id);

    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
