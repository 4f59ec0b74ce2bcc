import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An appointment that counts as attended only because of a session names that session. Of those on record it is the one that
 * stands on their day, where the trail shows that the status was written with it: by the same person, right after a session
 * of the patient. What the desk told by itself names none and stays.
 */
export class NameSessionsThatAttended1795751600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // The service itself, as the trail names it.
    await db.query(`select set_config('clinic.actor_id', '00000000-0000-4000-8000-000000000001', true),
      set_config('clinic.actor_name', 'system', true), set_config('clinic.actor_role', 'system', true)`);
    await db.query(`
      update appointment a set attended_session_id = s.root_id, version = a.version + 1
      from injection_session s
      where a.status = 'attended' and a.attended_session_id is null
        and s.course_id = a.course_id and s.voided_at is null and s.replaced_at is null
        and s.performed_on = (a.starts_at at time zone
          coalesce((select zone from clinic_setting), current_setting('TimeZone')))::date
        and exists (
          select from (
            select e.at, e.actor_id, e.patient_id from audit_entry e
            where e.subject = 'appointment' and e.subject_id = a.id and e.after ->> 'status' = 'attended'
              and e.before ->> 'status' is distinct from 'attended'
            order by e.id desc limit 1) told
          join audit_entry w on w.patient_id = told.patient_id and w.actor_id = told.actor_id
          where w.subject = 'injection_session' and w.at between told.at - interval '2 seconds' and told.at)
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
