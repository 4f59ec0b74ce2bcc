import { ADVISORY_LOCKS } from '../locks/advisory-locks';
import { StartError } from '../../../embedded-postgres/start-error';
import type { Ask } from './zone-agreement';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** What the service may do with a table that is not named here. */
const USUAL: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE'];

/** The tables with which it may do more or less, as little as it needs. */
const OF_TABLE: Readonly<Record<string, readonly Right[]>> = {
  migrations: ['SELECT'],
  // What was done stays as it was.
  audit_entry: ['SELECT', 'INSERT'],
  // Written beneath it, as the owner.
  audit_seal: ['SELECT'],
  audit_unsealed: ['SELECT'],
  client_request: ['SELECT', 'INSERT'],
  clinic_secret: ['SELECT', 'INSERT'],
  removed_row: ['SELECT', 'INSERT'],
  user_identity: ['SELECT', 'INSERT'],
  review: ['SELECT', 'INSERT'],
  vial_movement: ['SELECT', 'INSERT'],
  // Rows of a draft are replaced; an override is taken back, a view, a device or a factor forgotten.
  injection: [...USUAL, 'DELETE'],
  session_vial: [...USUAL, 'DELETE'],
  measurement: [...USUAL, 'DELETE'],
  cover_override: [...USUAL, 'DELETE'],
  saved_view: [...USUAL, 'DELETE'],
  import_mapping: ['SELECT', 'INSERT', 'DELETE'],
  import_part: ['SELECT', 'INSERT', 'DELETE'],
  known_device: [...USUAL, 'DELETE'],
  second_factor: [...USUAL, 'DELETE'],
  recovery_code: [...USUAL, 'DELETE'],
  // A day old, or given back by whoever asked.
  // An assertion or a token whose time is over.
  smart_assertion: ['SELECT', 'INSERT', 'DELETE'],
  smart_access_token: ['SELECT', 'INSERT', 'DELETE'],
  fhir_export: [...USUAL, 'DELETE'],
  fhir_export_file: ['SELECT', 'INSERT', 'DELETE'],
};

/** Of an entry the service says who did what for which request; its number, its moment and what changed come from the database. */
const ENTRY_COLUMNS = [
  'actor_id',
  'actor_name',
  'actor_role',
  'action',
  'subject',
  'subject_id',
  'patient_id',
  'patient_ids',
  'detail',
  'request_id',
];

/**
 * Gives the role of the service what it needs of every table, and no more: no table of its own, no trigger to switch off, no
 * entry of the trail to change. As the owner, after each migration.
 */
export async function grantTo(ask: Ask, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  const [database] = await ask<{ name: string }>('select quote_ident(current_database()) as name', []);
  const grants = (await tables(ask)).map((table) => {
    const rights = rightsOn(table).map((right) =>
      table === 'audit_entry' && right === 'INSERT' ? `${right} (${ENTRY_COLUMNS.join(', ')})` : right,
    );
    return `grant ${rights.join(', ')} on public."${table}" to ${name}`;
  });
  await ask(
    `begin;
    select pg_advisory_xact_lock(${ADVISORY_LOCKS.grant});
    revoke all on all tables in schema public from public, ${name};
    revoke all on all sequences in schema public from public, ${name};
    revoke all on schema public from public, ${name};
    revoke temporary, create on database ${database!.name} from public, ${name};
    grant usage on schema public to ${name};
    grant select on all sequences in schema public to ${name};
    grant execute on function public.seal_trail(integer) to ${name};
    ${grants.join(';\n')};
    commit`,
    [],
  );
}

/** @throws StartError when the role of the service may not do what it must. */
export async function refuseMissingRights(ask: Ask): Promise<void> {
  const wanted = (await tables(ask)).flatMap((table) => rightsOn(table).map((right) => ({ table, right })));
  const missing = await ask<{ role: string; table: string; right: string }>(
    `select current_user as role, wanted.table, lower(wanted.right) as right
      from unnest($1::text[], $2::text[]) as wanted ("table", "right")
      join pg_class c on c.relname = wanted.table and c.relnamespace = 'public'::regnamespace
      where not (has_table_privilege(c.oid, wanted.right)
        or wanted.table = 'audit_entry' and wanted.right = 'INSERT' and not exists (
          select from unnest($3::text[]) as entered (name) where not has_column_privilege(c.oid, entered.name, wanted.right)))`,
    [wanted.map(({ table }) => table), wanted.map(({ right }) => right), ENTRY_COLUMNS],
  );
  if (missing.length === 0) return;
  const [{ role, table, right }] = missing as [(typeof missing)[0]];
  const more = missing.length > 1 ? ` and ${missing.length - 1} rights more` : '';
  throw new StartError(
    `DATABASE_URL: the role ${role} lacks ${right} on ${table}${more}: run "npm run migrate" with DATABASE_OWNER_URL, which grants them`,
  );
}

/** The role of the service, and whether it owns the trail, or can become its owner, and so can alter it. */
export async function roleOfService(
  ask: Ask,
): Promise<{ readonly role: string; readonly ownsTrail: boolean }> {
  const [found] = await ask<{ role: string; ownsTrail: boolean }>(
    `select current_user as role, pg_has_role(relowner, 'MEMBER') as "ownsTrail"
      from pg_class where relname = 'audit_entry' and relnamespace = to_regnamespace('public')`,
    [],
  );
  return found!;
}

function rightsOn(table: string): readonly Right[] {
  return OF_TABLE[table] ?? USUAL;
}

async function tables(ask: Ask): Promise<string[]> {
  const rows = await ask<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    [],
  );
  return rows.map(({ table }) => table);
}
