import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who released a lot, when and why; and which lots lay in a refrigerator that left its range. Of excursions before this one,
 * those are named that lie there now and were received by then.
 */
export class SayWhyLotsAreReleased1795758540000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table lot
        add column released_at timestamptz,
        add column released_by uuid references app_user (id),
        add column release_reason text check (char_length(release_reason) between 1 and 2000),
        add check ((released_at is null) = (released_by is null)),
        add check (release_reason is null or released_at is not null);
      alter table temperature_excursion add column lot_ids uuid[] not null default '{}';
      alter table temperature_excursion disable trigger user;
      update temperature_excursion e set lot_ids = array(
        select l.id from lot l where lower(l.fridge) = lower(e.fridge) and l.created_at <= e.created_at order by l.id);
      alter table temperature_excursion enable trigger user;
      alter table temperature_excursion alter column lot_ids drop default;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
