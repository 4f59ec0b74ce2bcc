import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which scale a payer judges improvement; eviCore goes by migraine days (V:EVB1,EVB2). */
export class SayWhatMustImprove1795758460100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payer add column must_improve_scale text check (char_length(must_improve_scale) between 1 and 64);
      alter table payer disable trigger user;
      update payer set exceptions = (
        select jsonb_agg('{"mustImproveScale": null}'::jsonb || e || case
          when payer.id = '7a3f2c10-5d64-4b8e-9a01-000000000002' and e->>'indication' = 'chronic_migraine'
            and e->>'mustImprovePct' = '50' then '{"mustImproveScale": "mmd"}'::jsonb else '{}' end order by place)
        from jsonb_array_elements(exceptions) with ordinality as x(e, place))
      where exceptions <> '[]';
      alter table payer enable trigger user;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
