import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A history is read at every write, and of a row what the key now carries beside it: in their order, without a look at the
 * table or a sort for each session.
 */
export class ReadRowsFromTheirKey1795758450000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table injection drop constraint injection_pkey,
        add constraint injection_pkey primary key (session_id, position) include (muscle, side, units, guidance);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
