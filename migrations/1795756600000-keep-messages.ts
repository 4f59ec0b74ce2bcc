import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages of another system (HL7 v2), each with what became of it. */
export class KeepMessages1795756600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table hl7_message (
        id uuid primary key,
        -- Application and facility; empty, as the control id is, where the message does not tell.
        sender text not null,
        control_id text not null,
        type text not null,
        -- When what it tells took place.
        occurred_at timestamptz,
        received_at timestamptz not null,
        text text not null,
        digest bytea not null check (length(digest) = 32),
        -- done: written; same: on record already; overtaken: newer facts are on record; waiting: for a person.
        state text not null check (state in ('done', 'same', 'overtaken', 'waiting', 'dismissed', 'refused')),
        reason text check (reason is not null or state not in ('waiting', 'refused')),
        answer text not null,
        patient_id uuid references patient (id),
        version integer not null default 1,
        updated_at timestamptz not null default changed_at()
      );
      -- Sent again it is known. Another one under its number is kept, and refused.
      create unique index hl7_message_sent on hl7_message (sender, control_id, digest) where control_id <> '';
      create index hl7_message_patient on hl7_message (patient_id, occurred_at) where patient_id is not null;
      create index hl7_message_listed on hl7_message (received_at desc, id);
      create index hl7_message_waiting on hl7_message (received_at desc, id) where state = 'waiting';
      create trigger touch before update on hl7_message for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on hl7_message
        for each row execute function audit_change();
      create trigger kept before truncate on hl7_message for each statement execute function refuse_truncate();
    `);
  }
  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
