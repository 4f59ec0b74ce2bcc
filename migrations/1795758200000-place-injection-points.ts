import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where in a muscle the needle went, and what each place got; an empty list where that was not told. */
export class PlaceInjectionPoints1795758200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table injection add column points jsonb not null default '[]'
        constraint injection_points_listed check (jsonb_typeof(points) = 'array')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
