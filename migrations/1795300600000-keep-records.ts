import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT = [
  'app_user',
  'api_token',
  'clinic_setting',
  'patient',
  'course',
  'hold',
  'injection_session',
  'injection',
  'session_vial',
  'response',
  'measurement',
  'adverse_event',
  'appointment',
  'contact',
  'prior_authorization',
  'cover_override',
  'review_flag',
  'review',
];

/** Emptying a table at one stroke passes by the trail and by what is signed; and why a session is void is said once. */
export class KeepRecords1795300600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_truncate() returns trigger language plpgsql as $$
      begin
        raise exception 'Records are kept: truncating % is refused', tg_table_name using errcode = 'insufficient_privilege';
      end $$;

      create or replace function keep_signed_session() returns trigger language plpgsql as $$
      begin
        if old.signed_at is null then
          return case when tg_op = 'DELETE' then old else new end;
        end if;
        if tg_op = 'UPDATE'
          and to_jsonb(new) - '{replaced_at,voided_at,voided_by,void_reason,version,updated_at}'::text[]
            = to_jsonb(old) - '{replaced_at,voided_at,voided_by,void_reason,version,updated_at}'::text[]
          and (old.voided_at is null
            or (new.voided_at, new.voided_by, new.void_reason) is not distinct from (old.voided_at, old.voided_by, old.void_reason))
          and (old.replaced_at is null or new.replaced_at is not distinct from old.replaced_at) then
          return new;
        end if;
        raise exception 'Session % is signed: amend or void it', old.id using errcode = 'CL001';
      end $$;
    `);
    for (const table of KEPT) {
      await db.query(`create trigger kept before truncate on ${table}
        for each statement execute function refuse_truncate()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
