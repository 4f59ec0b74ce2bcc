import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealing took the lock under which all patients are derived again, by its number: it waited for every writer, and every
 * writer for a seal whose COMMIT was not answered. It has a number of its own.
 */
export class SealBesideWriters1795754000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $do$
      begin
        execute replace(pg_get_functiondef('public.seal_trail(integer)'::regprocedure), '7250043', '7250049');
      end $do$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
