import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What patients say of their treatment between sessions, on the telephone or on the clinic's tablet. */
export class AskPatients1795751100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table patient_answer (
        id uuid primary key,
        course_id uuid not null references course (id),
        -- The first version of the session that was asked about.
        session_id uuid not null references injection_session (id),
        answered_on date not null,
        -- Null: the patient does not know.
        still_effective boolean,
        wore_off_on date,
        helped_pct numeric(5, 2) check (helped_pct between -100 and 100),
        trouble text check (length(trouble) between 1 and 2000),
        -- Why a neurologist should hear of the trouble on the same day.
        alert text constraint patient_answer_alert_known
          check (alert in ('swallowing', 'breathing', 'distant-weakness')),
        channel text not null check (channel in ('telephone', 'tablet', 'in-person')),
        -- Who asked, or began the check-in.
        asked_by uuid not null,
        asked_by_name text not null,
        outcome text check (outcome in ('confirmed', 'corrected')),
        settled_by uuid,
        settled_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (wore_off_on <= answered_on),
        check (wore_off_on is null or still_effective = false),
        check ((outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null))
      );
      create index patient_answer_session on patient_answer (session_id, answered_on);
      create index patient_answer_course on patient_answer (course_id, answered_on);
      create index patient_answer_updated on patient_answer (updated_at);
      create index patient_answer_open on patient_answer (answered_on, id) where outcome is null;

      -- The answer of the patient that was last taken over or corrected.
      alter table response add column answer_id uuid references patient_answer (id);

      create table check_in (
        id uuid primary key,
        course_id uuid not null references course (id),
        session_id uuid not null references injection_session (id),
        started_by uuid not null references app_user (id),
        -- SHA-256 of what opens it next: the code until the tablet has it, then the tablet's own token.
        token_hash bytea not null constraint check_in_token unique,
        expires_at timestamptz not null,
        opened_at timestamptz,
        answered_at timestamptz,
        -- A later one for the same course took its place.
        replaced_at timestamptz,
        created_at timestamptz not null default now(),
        check (answered_at is null or opened_at is not null)
      );
      create index check_in_course on check_in (course_id) where answered_at is null and replaced_at is null;

      create trigger patient_answer_touch before update on patient_answer
        for each row execute function touch_updated_at();
    `);
    for (const table of ['patient_answer', 'check_in']) {
      await db.query(`
        create trigger audit after insert or update or delete on ${table}
          for each row execute function audit_change();
        create trigger kept before truncate on ${table}
          for each statement execute function refuse_truncate();
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
