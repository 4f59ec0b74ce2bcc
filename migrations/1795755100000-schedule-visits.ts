import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With whom somebody is booked, which courses one visit is for, what speaks against the time; hours and lengths of visits. */
export class ScheduleVisits1795755100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table appointment
        -- The first appointment of the visit that this one is part of; null: a visit of its own.
        add column visit_id uuid references appointment (id),
        add column injector_id uuid references app_user (id),
        -- Agreed to be called when an earlier time is free.
        add column call_earlier boolean not null default false,
        add column warnings jsonb not null default '[]';
      create index appointment_visit on appointment (visit_id) where visit_id is not null;

      alter table clinic_setting
        add column opening_hours jsonb not null default '[]',
        add column visit_lengths jsonb not null default '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
