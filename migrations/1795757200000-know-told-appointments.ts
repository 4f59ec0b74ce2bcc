import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which appointment another system means by its own number (HL7 v2, SCH-1 and SCH-2). */
export class KnowToldAppointments1795757200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table hl7_appointment (
        id uuid primary key,
        -- Application and facility: a number is the sender's own.
        sender text not null,
        placer_id text check (length(placer_id) between 1 and 199),
        filler_id text check (length(filler_id) between 1 and 199),
        appointment_id uuid not null unique references appointment (id),
        -- By it the trail knows whose it is.
        course_id uuid not null references course (id),
        -- As a message left it: another version was written here since.
        appointment_version integer not null,
        -- When what was told last took place.
        told_at timestamptz not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default changed_at(),
        check (placer_id is not null or filler_id is not null)
      );
      create unique index hl7_appointment_filler on hl7_appointment (sender, filler_id) where filler_id is not null;
      create index hl7_appointment_placer on hl7_appointment (sender, placer_id) where placer_id is not null;
      create index hl7_appointment_course on hl7_appointment (course_id);
      create trigger touch before update on hl7_appointment for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on hl7_appointment
        for each row execute function audit_change();
      create trigger kept before truncate on hl7_appointment for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
