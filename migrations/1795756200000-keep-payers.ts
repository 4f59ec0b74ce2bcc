import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays, under which names, and what they ask for; the payers whose rules were read come with it. */
export class KeepPayers1795756200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payer (
        id uuid primary key,
        name text not null check (char_length(name) between 1 and 200),
        other_names text[] not null default '{}',
        lead_days integer check (lead_days >= 0),
        initial_months integer check (initial_months > 0),
        renewal_months integer check (renewal_months > 0),
        must_improve_pct integer check (must_improve_pct between 1 and 100),
        benefit_weeks integer check (benefit_weeks > 0),
        treatments_shown integer check (treatments_shown > 0),
        scales_shown boolean,
        tried_first integer check (tried_first > 0),
        min_days_apart integer check (min_days_apart > 0),
        units_per_84_days jsonb not null default '[]' check (jsonb_typeof(units_per_84_days) = 'array'),
        exceptions jsonb not null default '[]' check (jsonb_typeof(exceptions) = 'array'),
        source text not null,
        version integer not null default 1,
        created_at timestamptz not null default changed_at(),
        updated_at timestamptz not null default changed_at()
      );

      insert into payer (id, name, other_names, initial_months, benefit_weeks, treatments_shown, scales_shown, min_days_apart,
        units_per_84_days, exceptions, source)
      values
        ('7a3f2c10-5d64-4b8e-9a01-000000000001', 'Medicare', '{Medicare Part B,Original Medicare}', null, null, 2, true, 84, '[]', '[]',
          'V:NOR-PA,FCSO,NOR-UTN,NGS,LCD-34635,LCD-39858: asks beforehand in hospital outpatient departments only, when 64612 or 64615 is billed with J0585 to J0588; the approval number holds 120 days, the day of the decision included. Check which local determination is in force for the clinic.'),
        ('7a3f2c10-5d64-4b8e-9a01-000000000002', 'eviCore', '{eviCore healthcare}', 12, 8, null, null, null, '[]',
          '[{"indication": "chronic_migraine", "product": null, "initialMonths": 6, "mustImprovePct": 50, "triedFirst": 2},
            {"indication": null, "product": "rima", "minDaysApart": 84}]',
          'V:EV205,EVB1,EVB2,MYO-EV1,MYO-EV2: no neck or back pain in most versions; type B only if refractory to type A.'),
        ('7a3f2c10-5d64-4b8e-9a01-000000000003', 'Magellan', '{Magellan Rx}', null, null, null, null, null,
          '[{"product": "rima", "indication": "cervical_dystonia", "billingUnits": 100},
            {"product": "rima", "indication": "spasticity_upper", "billingUnits": 150},
            {"product": "rima", "indication": "sialorrhea", "billingUnits": 50},
            {"product": "rima", "indication": "hyperhidrosis_axillary", "billingUnits": 100}]',
          '[{"indication": null, "product": "rima", "initialMonths": 6}]',
          'V:MYO-MAG: policy of 2020.'),
        ('7a3f2c10-5d64-4b8e-9a01-000000000004', 'Western Health', '{Western Health Advantage}', null, null, null, null, null, '[]',
          '[{"indication": null, "product": "daxi", "initialMonths": 3, "renewalMonths": 3},
            {"indication": null, "product": "rima", "initialMonths": 3, "renewalMonths": 3}]',
          'V:DAX-WH,MYO-WH: at least three months since the last dose; Daxxify after Xeomin, Dysport or Myobloc failed.'),
        ('7a3f2c10-5d64-4b8e-9a01-000000000005', 'Credence Blue', '{}', null, null, null, null, null,
          '[{"product": "daxi", "indication": null, "billingUnits": 300}]',
          '[{"indication": null, "product": "daxi", "initialMonths": 6, "renewalMonths": 12}]',
          'V:DAX-CB: no other toxin beside it.');
      update payer set exceptions = (
        select coalesce(jsonb_agg('{"initialMonths": null, "renewalMonths": null, "mustImprovePct": null, "benefitWeeks": null,
          "treatmentsShown": null, "scalesShown": null, "triedFirst": null, "minDaysApart": null}'::jsonb || e), '[]')
        from jsonb_array_elements(exceptions) e);

      create trigger payer_touch before update on payer for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on payer for each row execute function audit_change();
      create trigger kept before truncate on payer for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
