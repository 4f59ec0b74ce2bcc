import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a queue of calls is made of: snoozes that are no calls, refusals that stand, and how often somebody was called. */
export class QueueCalls1795752400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table snooze (
        id uuid primary key,
        course_id uuid not null references course (id),
        -- The day on which it comes back; null takes back what was arranged before.
        until_on date,
        note text check (length(note) <= 10000),
        at timestamptz not null,
        created_at timestamptz not null default now()
      );
      create index snooze_course on snooze (course_id, at);
      create trigger audit after insert or update or delete on snooze
        for each row execute function audit_change();
      create trigger kept before truncate on snooze
        for each statement execute function refuse_truncate();

      alter table course_assessment add column refused_on date;
      alter table course_assessment add column attempts integer not null default 0;
      create index course_assessment_patient on course_assessment (patient_id) where listed;
      create index course_assessment_first on course_assessment (course_id) where listed and due_on is null;

      -- Until each is derived again: the last contact says it as well as it can be said of the past.
      update course_assessment a set
        attempts = (
          select count(*) from contact k
          where k.course_id = a.course_id and k.at > coalesce(a.anchor_on::timestamp at time zone z.zone, '-infinity')),
        refused_on = case when a.last_contact_outcome in ('declined', 'moved')
          then (a.last_contact_at at time zone z.zone)::date end
      from (select coalesce((select zone from clinic_setting), 'UTC') as zone) z;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
