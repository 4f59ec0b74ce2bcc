import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A scale may be taken of several muscle groups in one phase, and a total may carry the domains that it is made of. */
export class MeasureGroupsAndDomains1795750210000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measurement
        -- Empty: of the whole.
        add column muscle_group text not null default '',
        add column domains integer[],
        drop constraint measurement_pkey,
        add primary key (session_id, scale, phase, muscle_group)
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
