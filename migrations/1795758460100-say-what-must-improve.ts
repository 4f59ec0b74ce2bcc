import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which scale a payer judges improvement; eviCore goes by migraine days (V:EVB1,EVB2). */
export class SayWhatMustImprove1795758460100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payer add column must_improve_scale text check (char_length(must_improve_scale) between 1 and 64);
    `);
    // The service itself, as the trail names it; a trail that has not begun does not begin with this.
    const [{ begun }] = (await db.query('select exists (select from audit_entry) as begun')) as [
      { begun: boolean },
    ];
    if (begun)
      await db.query(`select set_config('clinic.actor_id', '00000000-0000-4000-8000-000000000001', true),
        set_config('clinic.actor_name', 'system', true), set_config('clinic.actor_role', 'system', true)`);
    else await db.query('alter table payer disable trigger audit');
    await db.query(`
      update payer set exceptions = (
        select jsonb_agg('{"mustImproveScale": null}'::jsonb || e || case
          when payer.id = '7a3f2c10-5d64-4b8e-9a01-000000000002' and e->>'indication' = 'chronic_migraine'
            and e->>'mustImprovePct' = '50' then '{"mustImproveScale": "mmd"}'::jsonb else '{}' end order by place)
        from jsonb_array_elements(exceptions) with ordinality as x(e, place))
      where exceptions <> '[]';
    `);
    if (!begun) await db.query('alter table payer enable trigger audit');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
