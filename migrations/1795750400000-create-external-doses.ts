import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Toxin that somebody else gave: what is told of it, by whom. */
export class CreateExternalDoses1795750400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table external_dose (
        id uuid primary key,
        patient_id uuid not null references patient (id),
        given_on date not null,
        -- Null: none of our products. The brand is kept as it was told.
        product toxin_product,
        brand text,
        -- Null: not known.
        units numeric(8, 2) check (units > 0),
        region text,
        indication text,
        given_by text,
        source text not null check (source in ('patient', 'letter', 'portal')),
        note text,
        -- Entered in error: it stays in the record and counts no more.
        withdrawn_at timestamptz,
        withdraw_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (product is not null or brand is not null),
        check ((withdrawn_at is null) = (withdraw_reason is null))
      );
      create index external_dose_patient on external_dose (patient_id, given_on);
      create index external_dose_updated on external_dose (updated_at);
      create trigger external_dose_touch before update on external_dose
        for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on external_dose
        for each row execute function audit_change();
      create trigger kept before truncate on external_dose
        for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
