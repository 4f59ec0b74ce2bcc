import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a refrigerator was too warm or too cold, and which lots were put on hold by it. */
export class RecordExcursions1795753600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table temperature_excursion (
        id uuid primary key,
        fridge text not null,
        noticed_at timestamptz not null,
        -- The farthest reading from 2-8 degrees Celsius.
        temperature_c numeric(4, 1) not null check (temperature_c < 2 or temperature_c > 8),
        note text,
        recorded_by uuid not null references app_user (id),
        created_at timestamptz not null default changed_at()
      );
      create trigger audit after insert or update or delete on temperature_excursion
        for each row execute function audit_change();
      create trigger kept before truncate on temperature_excursion for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
