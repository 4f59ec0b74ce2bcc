import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePatientsAndCourses1795300100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table clinic_setting (
        id boolean primary key default true check (id),
        zone text,
        closed_weekdays text[] not null default '{saturday,sunday}',
        closed_days date[] not null default '{}',
        lead_days integer not null default 30 check (lead_days between 0 and 365),
        on_time_days integer not null default 28 check (on_time_days between 1 and 365),
        lapse_days integer not null default 366 check (lapse_days between 1 and 3650),
        cross_course_minimum boolean not null default false,
        intervals jsonb not null default '[]',
        rule_values jsonb not null default '{}',
        version integer not null default 1,
        updated_at timestamptz not null default now(),
        check (lapse_days > on_time_days)
      );
      create trigger clinic_setting_touch before update on clinic_setting
        for each row execute function touch_updated_at();
      insert into clinic_setting default values;

      -- What pseudonyms in de-identified exports are made with. Made once, never shown.
      create table clinic_secret (
        id boolean primary key default true check (id),
        pseudonym_key bytea not null
      );

      create table patient (
        id uuid primary key,
        mrn text not null constraint patient_mrn unique check (length(mrn) between 1 and 64),
        family_name text not null check (length(family_name) between 1 and 200),
        given_name text not null check (length(given_name) between 1 and 200),
        birth_date date not null,
        sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
        phone text,
        email text,
        payer text,
        weight_kg numeric(5, 2) check (weight_kg > 0),
        weight_measured_on date,
        precautions text[] not null default '{}',
        prior_toxin_tolerance boolean,
        deceased_on date,
        search_text text not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((weight_kg is null) = (weight_measured_on is null))
      );
      create index patient_name on patient (family_name, given_name, id);
      create index patient_updated on patient (updated_at);
      create trigger patient_touch before update on patient for each row execute function touch_updated_at();

      create table course (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        indication text not null,
        side text check (side in ('left', 'right', 'bilateral', 'midline')),
        etiology text,
        diagnosis_code text,
        planned_product text not null check (planned_product in ('ona', 'abo', 'inco', 'rima', 'daxi')),
        "interval" text,
        min_interval text,
        override_due_on date,
        override_reason text,
        -- The anchor the override was made for: a later session spends it, voiding that session revives it.
        override_anchor_on date,
        started_on date,
        ended_on date,
        end_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((override_due_on is null) = (override_reason is null)),
        check ((ended_on is null) = (end_reason is null))
      );
      create unique index course_one_active on course (patient_id, indication, coalesce(side, '')) where ended_on is null;
      create index course_patient on course (patient_id);
      create index course_updated on course (updated_at);
      create trigger course_touch before update on course for each row execute function touch_updated_at();

      create table hold (
        id uuid primary key,
        course_id uuid not null references course (id),
        until_on date not null,
        reason text not null check (length(reason) between 1 and 2000),
        lifted_at timestamptz,
        lift_reason text,
        created_at timestamptz not null default now(),
        check ((lifted_at is null) = (lift_reason is null))
      );
      create index hold_course on hold (course_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
