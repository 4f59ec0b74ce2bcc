import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the clinic learned from its own courses, version by version; of one at most it judges with what it says. */
export class LearnFromOwnCourses1795751200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table clinic_learning (
        id uuid primary key,
        version integer not null unique check (version > 0),
        -- same: it says nothing other than what stood when it was learned.
        state text not null check (state in ('same', 'proposed', 'accepted', 'superseded', 'withdrawn')),
        learned jsonb not null,
        -- What was counted by it, as of the last night that found the same.
        alarms jsonb not null,
        rules_version text not null,
        made_at timestamptz not null,
        checked_at timestamptz not null,
        decided_by uuid references app_user (id),
        decided_at timestamptz,
        constraint clinic_learning_decided check ((decided_by is null) = (decided_at is null)),
        constraint clinic_learning_accepted_by_person check (state not in ('accepted', 'withdrawn') or decided_by is not null)
      );
      create unique index clinic_learning_one_accepted on clinic_learning ((true)) where state = 'accepted';
      create unique index clinic_learning_one_proposed on clinic_learning ((true)) where state = 'proposed';
      create trigger audit after insert or update or delete on clinic_learning
        for each row execute function audit_change();
      create trigger kept before truncate on clinic_learning for each statement execute function refuse_truncate();
      -- What is judged with now, beside the settings, so that whoever reads these has it.
      alter table clinic_setting add column learned jsonb;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
