import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  ['course', 'planned_product'],
  ['injection_session', 'product'],
  ['prior_authorization', 'product'],
  ['cover_override', 'product'],
  ['review', 'planned_product'],
] as const;

/** Which products there are is said once; another one is another constraint on this domain, in a migration of its own. */
export class NameToxinProducts1795735100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create domain toxin_product as text
        constraint toxin_product_known check (value in ('ona', 'abo', 'inco', 'rima', 'daxi'))
    `);
    for (const [table, column] of COLUMNS) {
      await db.query(`alter table ${table}
        drop constraint ${table}_${column}_check,
        alter column ${column} type toxin_product`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
