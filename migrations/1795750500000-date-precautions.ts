import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A precaution has days, a source and, where it is measured, a value; what is asked about pregnancy is kept. */
export class DatePrecautions1795750500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table patient_precaution (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        code text not null check (length(code) between 1 and 100),
        started_on date,
        -- The first day on which it no longer held.
        ended_on date,
        asked_on date not null,
        value numeric(6, 2),
        source text check (length(source) between 1 and 200),
        note text check (length(note) between 1 and 2000),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (ended_on >= started_on),
        -- A number without its day says nothing.
        check (value is null or started_on is not null)
      );
      create index patient_precaution_patient on patient_precaution (patient_id);
      create index patient_precaution_updated on patient_precaution (updated_at);

      -- They were on the record for as long as anybody knows; last asked about no later than the record was changed.
      insert into patient_precaution (id, patient_id, code, asked_on)
      select gen_random_uuid(), p.id, held.code,
        (p.updated_at at time zone coalesce((select zone from clinic_setting), 'UTC'))::date
      from patient p cross join lateral (select distinct unnest(p.precautions) as code) held;

      create table pregnancy_answer (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        asked_on date not null,
        answer text not null
          check (answer in ('not-pregnant', 'pregnant', 'breast-feeding', 'not-applicable', 'declined')),
        created_at timestamptz not null default now()
      );
      create index pregnancy_answer_patient on pregnancy_answer (patient_id, asked_on);

      create trigger patient_precaution_touch before update on patient_precaution
        for each row execute function touch_updated_at();
    `);
    for (const table of ['patient_precaution', 'pregnancy_answer']) {
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
