import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What runs beneath a write finds its tables by their full names, whatever the search path of the session is: empty, as in a
 * restore, or with a temporary table that has the name of the trail.
 */
export class FixNamesInTriggers1795751900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function public.keep_signed_session_row() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      declare
        parent uuid := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
      begin
        if exists (select from public.injection_session
            where id in (parent, case when tg_op = 'UPDATE' then old.session_id end) and signed_at is not null) then
          raise exception 'Session % is signed: amend or void it', parent using errcode = 'CL001';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;

      create or replace function public.audit_change() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
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
          select patient_id into whose from public.course where id = (any_row ->> 'course_id')::uuid;
        elsif any_row ? 'session_id' then
          select c.patient_id into whose from public.injection_session s join public.course c on c.id = s.course_id
            where s.id = (any_row ->> 'session_id')::uuid;
        end if;
        insert into public.audit_entry
          (actor_id, actor_name, actor_role, action, subject, subject_id, patient_id, before, after)
        values (actor::uuid, current_setting('clinic.actor_name', true), current_setting('clinic.actor_role', true),
          lower(tg_op), tg_table_name,
          case when jsonb_typeof(any_row -> 'id') = 'string' then (any_row ->> 'id')::uuid
            else (any_row ->> 'session_id')::uuid end,
          whose, before_row, after_row);
        return null;
      end $$;

      create or replace function public.patients_of(patients uuid[], courses uuid[], sessions uuid[]) returns setof uuid
      language sql stable set search_path = pg_catalog, pg_temp as $$
        select id from unnest(patients) as id where id is not null
        union
        select patient_id from public.course where id = any (courses)
        union
        select c.patient_id from public.injection_session s join public.course c on c.id = s.course_id
          where s.id = any (sessions)
      $$;
    `);
    for (const name of NAMES_NO_TABLE) {
      await db.query(`alter function public.${name}() set search_path = pg_catalog, pg_temp`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const NAMES_NO_TABLE = [
  'refuse_change',
  'touch_updated_at',
  'keep_signed_session',
  'keep_review',
  'refuse_truncate',
];
