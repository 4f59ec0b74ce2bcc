import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDueList1795300300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table appointment (
        id uuid primary key,
        course_id uuid not null references course (id),
        starts_at timestamptz not null,
        duration_min integer not null default 30 check (duration_min between 5 and 480),
        status text not null default 'booked' check (status in ('booked', 'attended', 'no-show', 'cancelled')),
        note text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index appointment_course on appointment (course_id, starts_at) where status = 'booked';
      create index appointment_starts on appointment (starts_at, id);
      create trigger appointment_touch before update on appointment for each row execute function touch_updated_at();

      create table contact (
        id uuid primary key,
        course_id uuid not null references course (id),
        at timestamptz not null,
        channel text not null check (channel in ('phone', 'sms', 'email', 'portal', 'letter', 'in-person')),
        outcome text not null check (outcome in ('agreed', 'call-later', 'no-answer', 'declined', 'moved', 'deceased')),
        snooze_until_on date,
        note text,
        created_at timestamptz not null default now()
      );
      create index contact_course on contact (course_id, at desc);

      create table prior_authorization (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        payer text not null check (length(payer) between 1 and 200),
        product text not null check (product in ('ona', 'abo', 'inco', 'rima', 'daxi')),
        indication text,
        number text not null check (length(number) between 1 and 100),
        starts_on date not null,
        ends_on date not null,
        billing_units_approved integer check (billing_units_approved > 0),
        sessions_approved integer check (sessions_approved > 0),
        note text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint prior_authorization_number unique (payer, number, patient_id, product),
        check (ends_on >= starts_on)
      );
      create index prior_authorization_patient on prior_authorization (patient_id);
      create trigger prior_authorization_touch before update on prior_authorization
        for each row execute function touch_updated_at();

      create table cover_override (
        id uuid primary key,
        patient_id uuid references patient (id),
        payer text,
        indication text,
        product text check (product in ('ona', 'abo', 'inco', 'rima', 'daxi')),
        coverage text not null check (coverage in ('usual', 'pa_usual')),
        reason text not null,
        created_at timestamptz not null default now(),
        check (patient_id is not null or payer is not null)
      );
      create unique index cover_override_once on cover_override
        (coalesce(patient_id::text, ''), coalesce(payer, ''), coalesce(indication, ''), coalesce(product, ''));

      -- Derived: one row a course, written in the transaction of its cause; reassess can make it again.
      create table course_assessment (
        course_id uuid primary key references course (id),
        patient_id uuid not null,
        indication text not null,
        side text,
        listed boolean not null,
        injector_id uuid,
        anchor_on date,
        earliest_on date,
        due_on date,
        last_on_time_on date,
        overdue_from date,
        book_on date,
        basis text,
        reasons jsonb not null default '[]',
        hold_until_on date,
        snoozed_until_on date,
        last_contact_at timestamptz,
        last_contact_outcome text,
        authorization_state text not null,
        trend jsonb,
        effect_window jsonb,
        rules_version text not null,
        assessed_at timestamptz not null default now()
      );
      create index course_assessment_due on course_assessment (due_on, course_id) where listed and due_on is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
