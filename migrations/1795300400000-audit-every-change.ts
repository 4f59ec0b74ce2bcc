import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUDITED = [
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
];

export class AuditEveryChange1795300400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function audit_change() returns trigger language plpgsql as $$
      declare
        actor text := nullif(current_setting('clinic.actor_id', true), '');
        hidden text[] := '{password_hash,token_hash,search_text}';
        before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - hidden end;
        after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - hidden end;
        any_row jsonb := coalesce(after_row, before_row);
        whose uuid;
      begin
        if actor is null then
          raise exception 'A write to % names no actor', tg_table_name using errcode = 'insufficient_privilege';
        end if;
        if tg_table_name = 'patient' then
          whose := (any_row ->> 'id')::uuid;
        elsif any_row ? 'patient_id' then
          whose := (any_row ->> 'patient_id')::uuid;
        elsif any_row ? 'course_id' then
          select patient_id into whose from course where id = (any_row ->> 'course_id')::uuid;
        elsif any_row ? 'session_id' then
          select c.patient_id into whose from injection_session s join course c on c.id = s.course_id
            where s.id = (any_row ->> 'session_id')::uuid;
        end if;
        insert into audit_entry (actor_id, actor_name, actor_role, action, subject, subject_id, patient_id, before, after)
        values (actor::uuid, current_setting('clinic.actor_name', true), current_setting('clinic.actor_role', true),
          lower(tg_op), tg_table_name,
          case when jsonb_typeof(any_row -> 'id') = 'string' then (any_row ->> 'id')::uuid
            else (any_row ->> 'session_id')::uuid end,
          whose, before_row, after_row);
        return null;
      end $$;
    `);
    for (const table of AUDITED) {
      await db.query(`create trigger audit after insert or update or delete on ${table}
        for each row execute function audit_change()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
