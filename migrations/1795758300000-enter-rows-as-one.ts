import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rows of a session that are written or replaced together are one entry of the trail, with all of them, and no longer an
 * entry each: nobody could read a session of them, and each was sealed. Entries from before stay as they were sealed.
 */
export class EnterRowsAsOne1795758300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function public.audit_rows() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$
      declare
        actor text := nullif(current_setting('clinic.actor_id', true), '');
      begin
        if not exists (select from changed) then
          return null;
        end if;
        if actor is null then
          raise exception 'A write to % names no actor', tg_table_name using errcode = 'insufficient_privilege';
        end if;
        insert into public.audit_entry
          (actor_id, actor_name, actor_role, action, subject, subject_id, patient_id, before, after)
        select actor::uuid, current_setting('clinic.actor_name', true), current_setting('clinic.actor_role', true),
          lower(tg_op), tg_table_name, written.session_id, c.patient_id,
          case when tg_op = 'DELETE' then written.entry end, case when tg_op = 'INSERT' then written.entry end
        from (
          select session_id, jsonb_build_object('rows', jsonb_agg(to_jsonb(changed) - 'session_id' order by position)) as entry
          from changed group by session_id) written
        left join public.injection_session s on s.id = written.session_id
        left join public.course c on c.id = s.course_id
        order by written.session_id;
        return null;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
