import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By how many days of headache fewer in a month a payer renews, beside percent. */
export class CountFewerDays1795758540200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payer add column must_fall_days integer check (must_fall_days between 1 and 31);
      alter table payer disable trigger user;
      update payer set exceptions = (
        select jsonb_agg('{"mustFallDays": null}'::jsonb || e order by place)
        from jsonb_array_elements(exceptions) with ordinality as x(e, place))
      where exceptions <> '[]';
      alter table payer enable trigger user;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
