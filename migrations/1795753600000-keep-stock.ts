import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots, their vials, and where each unit went. */
export class KeepStock1795753600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table lot (
        id uuid primary key,
        product toxin_product not null,
        lot_number text not null,
        expires_on date not null,
        -- Of each vial, in units of the product.
        vial_units numeric(8, 2) not null check (vial_units > 0),
        gtin text check (gtin ~ '^[0-9]{14}$'),
        supplier text not null check (supplier in ('clinic', 'pharmacy')),
        -- A pharmacy's vial is for one patient.
        patient_id uuid references patient (id),
        ordered_on date,
        shipped_on date,
        -- Null: not here yet.
        arrived_on date,
        fridge text,
        held_at timestamptz,
        hold_reason text,
        version integer not null default 1,
        created_at timestamptz not null default changed_at(),
        updated_at timestamptz not null default changed_at(),
        check ((supplier = 'pharmacy') = (patient_id is not null)),
        check ((held_at is null) = (hold_reason is null))
      );
      create unique index lot_once on lot (product, lot_number, vial_units, expires_on) where patient_id is null;
      create index lot_number on lot (lot_number);
      create trigger lot_touch before update on lot for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on lot for each row execute function audit_change();
      create trigger kept before truncate on lot for each statement execute function refuse_truncate();

      create table vial (
        id uuid primary key,
        lot_id uuid not null references lot (id),
        serial text,
        opened_at timestamptz,
        reconstituted_at timestamptz,
        diluent_ml numeric(6, 2) check (diluent_ml > 0),
        storage text check (storage in ('refrigerator', 'room')),
        version integer not null default 1,
        created_at timestamptz not null default changed_at(),
        updated_at timestamptz not null default changed_at(),
        check ((reconstituted_at is null) = (diluent_ml is null))
      );
      create unique index vial_serial on vial (lot_id, serial);
      create trigger vial_touch before update on vial for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on vial for each row execute function audit_change();
      create trigger kept before truncate on vial for each statement execute function refuse_truncate();

      -- Each row takes units from one account and gives them to another. What was wrong is moved back, never edited.
      create table vial_movement (
        id uuid primary key default gen_random_uuid(),
        vial_id uuid not null references vial (id),
        from_account text not null,
        to_account text not null,
        units numeric(8, 2) not null check (units > 0),
        -- The first version of the session that it belongs to.
        session_root_id uuid references injection_session (id),
        reason text,
        moved_by uuid not null,
        moved_at timestamptz not null default changed_at(),
        check ('vial' in (from_account, to_account)),
        check (from_account <> to_account),
        check (from_account in ('vial', 'supply', 'patient', 'waste') and to_account in ('vial', 'supply', 'patient', 'waste'))
      );
      create index vial_movement_vial on vial_movement (vial_id);
      create index vial_movement_session on vial_movement (session_root_id);
      create trigger audit after insert or update or delete on vial_movement
        for each row execute function audit_change();
      create trigger kept before truncate on vial_movement for each statement execute function refuse_truncate();

      create function refuse_change_of_movement() returns trigger language plpgsql set search_path = '' as $$
      begin
        raise exception 'A movement stays as it is: move the units back' using errcode = 'insufficient_privilege';
      end $$;
      create trigger stays before update or delete on vial_movement
        for each row execute function refuse_change_of_movement();

      -- Whoever writes has the vial locked, so two cannot both find the same units in it.
      create function refuse_more_than_vial_holds() returns trigger language plpgsql set search_path = '' as $$
      declare held numeric;
      begin
        perform 1 from public.vial where id = new.vial_id for update;
        select coalesce(sum(case when to_account = 'vial' then units else -units end), 0) into held
          from public.vial_movement where vial_id = new.vial_id;
        if new.from_account = 'vial' and new.units > held then
          raise exception 'A vial holds no more than that' using errcode = 'check_violation', constraint = 'vial_holds';
        end if;
        return new;
      end $$;
      create trigger holds before insert on vial_movement for each row execute function refuse_more_than_vial_holds();

      alter table session_vial add column vial_id uuid references vial (id);
      create index session_vial_vial on session_vial (vial_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
