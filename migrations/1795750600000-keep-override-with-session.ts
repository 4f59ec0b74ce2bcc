import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A due day set by hand belongs to the session after which it was set, not to that session's day. Of those on record it is
 * the session that stands, or once stood, on the remembered day.
 */
export class KeepOverrideWithSession1795750600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // The service itself, as the trail names it.
    await db.query(`select set_config('clinic.actor_id', '00000000-0000-4000-8000-000000000001', true),
      set_config('clinic.actor_name', 'system', true), set_config('clinic.actor_role', 'system', true)`);
    await db.query(`
      alter table course
        -- The first version of the session that the override was made after: a later session spends it, voiding that
        -- session revives it.
        add column override_session_id uuid
          constraint course_override_session references injection_session (id) deferrable initially deferred;
      create index course_override_session on course (override_session_id) where override_session_id is not null;
    `);
    await db.query(`
      update course c set override_session_id = (
        select s.root_id from injection_session s
        where s.course_id = c.id and s.performed_on = c.override_anchor_on
        order by (s.replaced_at is null and s.voided_at is null) desc, s.replaced_at is null desc, s.created_at desc, s.id
        limit 1)
      where override_anchor_on is not null
    `);
    // What the update has deferred is checked before the table changes again.
    await db.query('set constraints all immediate');
    await db.query('alter table course drop column override_anchor_on');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
