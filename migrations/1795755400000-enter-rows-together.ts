import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rows of a session are written and replaced together: what stands of them in the trail, and that they are of no signed
 * session, is asked once a statement instead of once a row. The entries are what they were, one a row. Nothing updates such a
 * row; whoever does is met row by row, as before.
 *
 * A trigger of a statement runs for no row at all, too, and then has nothing to say.
 */
export class EnterRowsTogether1795755400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function public.audit_rows() returns trigger language plpgsql security definer
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
          lower(tg_op), tg_table_name, changed.session_id, c.patient_id,
          case when tg_op = 'DELETE' then to_jsonb(changed) end, case when tg_op = 'INSERT' then to_jsonb(changed) end
        from changed
        left join public.injection_session s on s.id = changed.session_id
        left join public.course c on c.id = s.course_id
        order by changed.session_id, changed.position;
        return null;
      end $$;
      revoke all on function public.audit_rows() from public;

      create function public.keep_signed_session_rows() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      declare
        signed uuid;
      begin
        select s.id into signed from changed join public.injection_session s on s.id = changed.session_id
          where s.signed_at is not null limit 1;
        if found then
          raise exception 'Session % is signed: amend or void it', signed using errcode = 'CL001';
        end if;
        return null;
      end $$;
    `);
    for (const table of ['injection', 'session_vial']) {
      await db.query(`
        drop trigger audit on ${table};
        create trigger audit after update on ${table} for each row execute function public.audit_change();
        create trigger audit_inserted after insert on ${table} referencing new table as changed
          for each statement execute function public.audit_rows();
        create trigger audit_deleted after delete on ${table} referencing old table as changed
          for each statement execute function public.audit_rows();

        drop trigger ${table}_signed on ${table};
        create trigger ${table}_signed before update on ${table}
          for each row execute function public.keep_signed_session_row();
        create trigger ${table}_inserted_signed after insert on ${table} referencing new table as changed
          for each statement execute function public.keep_signed_session_rows();
        create trigger ${table}_deleted_signed after delete on ${table} referencing old table as changed
          for each statement execute function public.keep_signed_session_rows();
      `);
    }
    await db.query(`
      create or replace function public.await_seal() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$
      begin
        insert into public.audit_unsealed (id) select id from entered;
        return null;
      end $$;
      drop trigger audit_entry_awaits_seal on audit_entry;
      create trigger audit_entry_awaits_seal after insert on audit_entry referencing new table as entered
        for each statement execute function public.await_seal();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
