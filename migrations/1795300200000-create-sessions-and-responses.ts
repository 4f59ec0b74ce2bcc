import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessionsAndResponses1795300200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table injection_session (
        id uuid primary key,
        -- The first version of this session: responses and adverse events belong to it through every amendment.
        root_id uuid not null references injection_session (id),
        replaces_id uuid constraint injection_session_replaced_once unique references injection_session (id),
        course_id uuid not null references course (id),
        performed_on date not null,
        product text not null check (product in ('ona', 'abo', 'inco', 'rima', 'daxi')),
        injector_id uuid not null references app_user (id),
        note text,
        -- What spoke against the session when it was saved, and the reason given for going ahead.
        findings jsonb not null default '[]',
        amend_reason text,
        signed_at timestamptz,
        signed_by uuid,
        replaced_at timestamptz,
        voided_at timestamptz,
        voided_by uuid,
        void_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((replaces_id is null) = (amend_reason is null)),
        check ((replaces_id is null) = (root_id = id)),
        check ((signed_at is null) = (signed_by is null)),
        check ((voided_at is null) = (void_reason is null)),
        check (replaced_at is null or signed_at is not null)
      );
      create index injection_session_course on injection_session (course_id, performed_on)
        where voided_at is null and replaced_at is null;
      create unique index injection_session_current on injection_session (root_id) where replaced_at is null;
      create index injection_session_updated on injection_session (updated_at);
      create trigger injection_session_touch before update on injection_session
        for each row execute function touch_updated_at();

      create table injection (
        session_id uuid not null references injection_session (id),
        position integer not null check (position >= 0),
        muscle text not null,
        side text not null check (side in ('left', 'right', 'bilateral', 'midline')),
        units numeric(8, 2) not null check (units > 0),
        sites integer check (sites between 1 and 200),
        volume_ml numeric(6, 2) check (volume_ml > 0),
        guidance text,
        primary key (session_id, position),
        constraint injection_muscle_once unique (session_id, muscle, side)
      );

      create table session_vial (
        session_id uuid not null references injection_session (id),
        position integer not null check (position >= 0),
        lot_number text not null,
        expires_on date not null,
        vial_units numeric(8, 2) not null check (vial_units > 0),
        opened_at timestamptz,
        reconstituted_at timestamptz,
        diluent_ml numeric(6, 2) check (diluent_ml >= 0),
        units_discarded numeric(8, 2) check (units_discarded >= 0),
        primary key (session_id, position)
      );

      create function keep_signed_session() returns trigger language plpgsql as $$
      begin
        if old.signed_at is null then
          return case when tg_op = 'DELETE' then old else new end;
        end if;
        if tg_op = 'UPDATE'
          and to_jsonb(new) - '{replaced_at,voided_at,voided_by,void_reason,version,updated_at}'::text[]
            = to_jsonb(old) - '{replaced_at,voided_at,voided_by,void_reason,version,updated_at}'::text[]
          and (old.voided_at is null or new.voided_at = old.voided_at)
          and (old.replaced_at is null or new.replaced_at = old.replaced_at) then
          return new;
        end if;
        raise exception 'Session % is signed: amend or void it', old.id using errcode = 'CL001';
      end $$;
      create trigger injection_session_signed before update or delete on injection_session
        for each row execute function keep_signed_session();

      create function keep_signed_session_row() returns trigger language plpgsql as $$
      declare
        parent uuid := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
      begin
        if exists (select from injection_session where id in (parent, case when tg_op = 'UPDATE' then old.session_id end)
            and signed_at is not null) then
          raise exception 'Session % is signed: amend or void it', parent using errcode = 'CL001';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger injection_signed before insert or update or delete on injection
        for each row execute function keep_signed_session_row();
      create trigger session_vial_signed before insert or update or delete on session_vial
        for each row execute function keep_signed_session_row();

      create table response (
        session_id uuid primary key references injection_session (id),
        assessed_on date,
        onset_on date,
        wore_off_on date,
        still_effective_on date,
        improvement_pct numeric(5, 2) check (improvement_pct between -100 and 100),
        pgic smallint check (pgic between 1 and 7),
        peak_effect smallint check (peak_effect between 0 and 4),
        note text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index response_updated on response (updated_at);
      create trigger response_touch before update on response for each row execute function touch_updated_at();

      create table measurement (
        session_id uuid not null references response (session_id),
        scale text not null,
        phase text not null check (phase in ('untreated', 'cycle-start', 'peak', 'cycle-end')),
        -- Number or ordinal label as it was recorded; numbers of an ordinal scale are derived at read time.
        value text not null,
        measured_on date not null,
        primary key (session_id, scale, phase)
      );

      create table adverse_event (
        id uuid primary key,
        session_id uuid not null references injection_session (id),
        kind text not null check (kind ~ '^[a-z][a-z0-9_]{1,63}$'),
        onset_on date not null,
        severity text not null check (severity in ('mild', 'moderate', 'severe')),
        serious boolean not null,
        resolved_on date,
        note text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (resolved_on >= onset_on)
      );
      create index adverse_event_session on adverse_event (session_id);
      create index adverse_event_updated on adverse_event (updated_at);
      create trigger adverse_event_touch before update on adverse_event
        for each row execute function touch_updated_at();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
