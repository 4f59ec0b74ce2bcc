import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says when a row changed: the column `updated_at`, else the one that a row which never changes was made with. */
const MOMENT_OF: Readonly<Record<string, string>> = {
  adverse_event: 'updated_at',
  alert_answer: 'created_at',
  app_user: 'updated_at',
  appointment: 'updated_at',
  contact: 'created_at',
  course: 'updated_at',
  course_assessment: 'assessed_at',
  cover_override: 'created_at',
  external_dose: 'updated_at',
  hold: 'updated_at',
  injection_session: 'updated_at',
  patient: 'updated_at',
  patient_answer: 'updated_at',
  patient_precaution: 'updated_at',
  pregnancy_answer: 'created_at',
  prior_authorization: 'updated_at',
  response: 'updated_at',
  review_flag: 'updated_at',
};

/** A script that fetches what is new misses nothing, whoever is writing meanwhile, and hears what was removed. */
export class TellWhatChanged1795752200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When a row changes. First the transaction says since when it has been under way, where everybody sees it: by the
      -- number of a lock that it shares with all who write and keeps to its end, in seconds since 2025. So whoever does not
      -- find it there asked before this moment.
      create function changed_at() returns timestamptz language plpgsql set search_path = '' as $$
      begin
        perform pg_catalog.pg_advisory_xact_lock_shared(17522, greatest(0,
          floor(extract(epoch from least(pg_catalog.now(), pg_catalog.clock_timestamp())) - 1735689600))::integer);
        return pg_catalog.clock_timestamp();
      end $$;

      -- The moment before which nothing changes any more that a reader who begins now does not see.
      create function unchanged_before() returns timestamptz language sql set search_path = '' as $$
        select date_trunc('milliseconds', least(pg_catalog.statement_timestamp(),
          pg_catalog.to_timestamp(1735689600 + min(objid::bigint))))
        from pg_catalog.pg_locks
        where locktype = 'advisory' and classid = 17522 and objsubid = 2
          and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
      $$;

      create or replace function touch_updated_at() returns trigger language plpgsql set search_path = '' as $$
      begin
        new.updated_at := public.changed_at();
        return new;
      end $$;

      alter table alert_answer add column created_at timestamptz not null default now();
      alter table hold add column updated_at timestamptz not null default now();
      create trigger hold_touch before update on hold for each row execute function touch_updated_at();
    `);
    for (const [table, column] of Object.entries(MOMENT_OF))
      await db.query(`alter table ${table} alter column ${column} set default changed_at()`);
    await db.query(`
      create table removed_row (
        subject text not null,
        id uuid not null,
        patient_id uuid,
        removed_at timestamptz not null default changed_at(),
        primary key (subject, id)
      );
      create index removed_row_since on removed_row (subject, removed_at);

      create function keep_removed() returns trigger language plpgsql set search_path = '' as $$
      begin
        insert into public.removed_row (subject, id, patient_id) values (tg_table_name, old.id, old.patient_id);
        return null;
      end $$;
      create trigger removed after delete on cover_override for each row execute function keep_removed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
