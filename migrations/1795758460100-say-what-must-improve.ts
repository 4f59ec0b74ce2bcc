import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which scale a payer judges improvement; eviCore goes by migraine days (V:EVB1,EVB2). */
export class SayWhatMustImprove1795758460100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payer add column must_improve_scale text check (char_length(must_improve_scale) between 1 and 64);
      update payer set exceptions = (
        select coalesce(jsonb_agg('{"mustImproveScale": null}'::jsonb || e order by place), '[]')
        from jsonb_array_elements(exceptions) with ordinality as x(e, place));
      update payer set exceptions = (
        select jsonb_agg(case when e->>'indication' = 'chronic_migraine' and (e->>'mustImprovePct')::int = 50
          then e || '{"mustImproveScale": "mmd"}'::jsonb else e end order by place)
        from jsonb_array_elements(exceptions) with ordinality as x(e, place))
      where id = '7a3f2c10-5d64-4b8e-9a01-000000000002' and exceptions <> '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
