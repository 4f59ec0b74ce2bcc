import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries of the trail are sealed one after the other, so that a change, a removal or an addition shows.
 *
 * Not by who writes: they would wait for one another. An entry puts its number among those that are not sealed yet, in its own
 * transaction; whoever seals takes from there what was committed, whenever that was. So none is passed over because it was
 * numbered early and committed late, and what a crash leaves is sealed at the next start.
 */
export class ChainTrail1795752000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_unsealed (id bigint primary key);

      create table audit_seal (
        n bigint primary key,
        at timestamptz not null,
        -- The entries that it seals, and a hash of each.
        ids bigint[] not null,
        hashes bytea[] not null,
        -- Of the seal before this one; empty at the first.
        previous bytea not null,
        hash bytea not null,
        check (cardinality(ids) > 0 and cardinality(ids) = cardinality(hashes) and array_position(hashes, null) is null)
      );
      create trigger audit_seal_only_grows before update or delete on audit_seal
        for each row execute function refuse_change();
      create trigger audit_seal_is_kept before truncate on audit_seal
        for each statement execute function refuse_change();

      create function public.await_seal() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$
      begin
        insert into public.audit_unsealed (id) values (new.id);
        return null;
      end $$;
      revoke all on function public.await_seal() from public;
      create trigger audit_entry_awaits_seal after insert on audit_entry
        for each row execute function public.await_seal();

      -- Seals at most so many entries and says how many. A column that comes later, empty in older entries, changes no hash.
      create function public.seal_trail(most integer) returns integer language plpgsql security definer
        set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
      declare
        last_seal public.audit_seal;
        number bigint;
        moment timestamptz := clock_timestamp();
        sealed bigint[];
        hashed bytea[];
        before bytea;
      begin
        if not pg_try_advisory_xact_lock(7250043) then
          return 0;
        end if;
        with taken as (
          delete from public.audit_unsealed where id in
            (select id from public.audit_unsealed join public.audit_entry using (id) order by id limit most)
          returning id
        )
        select array_agg(id order by id), array_agg(sha256(convert_to(
            (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(entry)) where value <> 'null')::text, 'UTF8')) order by id)
          into sealed, hashed
          from taken join public.audit_entry entry using (id);
        if sealed is null then
          return 0;
        end if;
        select * into last_seal from public.audit_seal order by n desc limit 1;
        number := coalesce(last_seal.n, 0) + 1;
        before := coalesce(last_seal.hash, '');
        insert into public.audit_seal (n, at, ids, hashes, previous, hash) values (number, moment, sealed, hashed, before,
          sha256(before || convert_to(concat_ws(' ', number, extract(epoch from moment), array_to_string(sealed, ',')), 'UTF8')
            || (select string_agg(one, '' order by ordinal) from unnest(hashed) with ordinality as h (one, ordinal))));
        return cardinality(sealed);
      end $$;
      revoke all on function public.seal_trail(integer) from public;

      insert into audit_unsealed select id from audit_entry;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
