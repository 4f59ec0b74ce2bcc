import type { Ask } from '../../database/connection/zone-agreement';

/** The newest seal at some moment, kept where the database's owner cannot reach it. */
export interface Digest {
  readonly n: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface TrailVerdict {
  readonly entries: number;
  readonly seals: number;
  /** Committed, and not sealed yet. */
  readonly waiting: number;
  /** What is wrong, a sentence each, the oldest first; none: the trail is as it was sealed. */
  readonly faults: readonly string[];
}

interface SealRow {
  readonly n: number;
  readonly at: string;
  readonly hash: string;
  readonly previous: string;
  readonly expected: string;
}

/** Seals that are looked at together. */
const AT_ONCE = 500;

/** As `seal_trail` makes them; stated here anew, because who can change entries can change that function. */
const HASH_OF_ENTRY = `sha256(convert_to((select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(entry)) where value <> 'null')::text, 'UTF8'))`;
const HASH_OF_SEAL = `sha256(previous || convert_to(concat_ws(' ', n, extract(epoch from at), array_to_string(ids, ',')), 'UTF8')
  || (select string_agg(one, '' order by ordinal) from unnest(hashes) with ordinality as h (one, ordinal)))`;

/**
 * Is the trail what was sealed? Found is an entry that was changed, removed or put in, and a seal that was changed, removed,
 * moved or made anew; the latter by the digests that were kept elsewhere alone. `ask` reads one snapshot, in UTC.
 */
export async function verifyTrail(ask: Ask, digests: readonly Digest[]): Promise<TrailVerdict> {
  const faults: string[] = [];
  const kept = new Map(digests.map(({ n, hash }) => [n, hash]));
  let last: Pick<SealRow, 'n' | 'hash'> = { n: 0, hash: '' };
  let seals = 0;
  for (;;) {
    const rows = await readSeals(ask, last.n);
    if (rows.length === 0) break;
    const torn = await tornEntries(ask, rows[0]!.n, rows.at(-1)!.n);
    for (const seal of rows) {
      faults.push(...faultsOfSeal(seal, last, kept.get(seal.n)), ...(torn.get(seal.n) ?? []));
      kept.delete(seal.n);
      last = seal;
    }
    seals += rows.length;
  }
  for (const n of kept.keys())
    faults.push(`Seal ${n}, whose digest was kept, is missing: the end of the trail was cut off.`);
  const { entries, waiting, ...loose } = await looseEntries(ask);
  faults.push(...loose.faults);
  return { entries, seals, waiting, faults };
}

function faultsOfSeal(seal: SealRow, last: Pick<SealRow, 'n' | 'hash'>, kept: string | undefined): string[] {
  const { n, at } = seal;
  const missing = n - last.n - 1;
  return [
    missing === 1 && `Seal ${n - 1} is missing.`,
    missing > 1 && `Seals ${last.n + 1} to ${n - 1} are missing.`,
    missing === 0 && seal.previous !== last.hash && `Seal ${n} of ${at} does not follow seal ${last.n}.`,
    seal.hash !== seal.expected && `Seal ${n} of ${at} was changed.`,
    kept !== undefined &&
      kept !== seal.hash &&
      `Seal ${n} of ${at} is not the one whose digest was kept: the trail was sealed anew.`,
  ].filter((fault): fault is string => fault !== false);
}

async function readSeals(ask: Ask, after: number): Promise<SealRow[]> {
  return ask<SealRow>(
    `select n::int, to_char(at, 'YYYY-MM-DD HH24:MI:SS') as at, encode(hash, 'hex') as hash,
      encode(previous, 'hex') as previous, encode(${HASH_OF_SEAL}, 'hex') as expected
      from audit_seal where n > $1 order by n limit ${AT_ONCE}`,
    [after],
  );
}

/** Of seals, their entries that are not what was sealed. */
async function tornEntries(ask: Ask, from: number, to: number): Promise<Map<number, string[]>> {
  const rows = await ask<{ n: number; id: string; gone: boolean }>(
    `select seal.n::int, sealed.id::text, entry.id is null as gone
      from audit_seal seal cross join unnest(seal.ids, seal.hashes) as sealed (id, hash)
      left join audit_entry entry on entry.id = sealed.id
      where seal.n between $1 and $2 and (entry.id is null or ${HASH_OF_ENTRY} <> sealed.hash)
      order by seal.n, sealed.id`,
    [from, to],
  );
  const torn = new Map<number, string[]>();
  for (const { n, id, gone } of rows) {
    const fault = gone
      ? `Entry ${id} was removed (seal ${n}).`
      : `Entry ${id} was changed, or stands in another's place (seal ${n}).`;
    torn.set(n, [...(torn.get(n) ?? []), fault]);
  }
  return torn;
}

/** Entries that no seal holds: those that wait for one, and those that nothing of ours has put in or taken out. */
async function looseEntries(
  ask: Ask,
): Promise<{ entries: number; waiting: number; faults: readonly string[] }> {
  const [counts] = await ask<{ entries: number; waiting: number }>(
    `select (select count(*)::int from audit_entry) as entries, (select count(*)::int from audit_unsealed) as waiting`,
    [],
  );
  const rows = await ask<{ id: string; gone: boolean }>(
    `with sealed as materialized (select unnest(ids) as id from audit_seal)
      select id::text, false as gone from audit_entry
        where not exists (select from sealed where sealed.id = audit_entry.id)
          and not exists (select from audit_unsealed where audit_unsealed.id = audit_entry.id)
      union all
      select id::text, true from audit_unsealed
        where not exists (select from audit_entry where audit_entry.id = audit_unsealed.id)
      order by 1`,
    [],
  );
  const faults = rows.map(({ id, gone }) =>
    gone
      ? `Entry ${id} was removed before it was sealed.`
      : `Entry ${id} is in no seal: it was put in past the database's own guard.`,
  );
  return { ...counts!, faults };
}

const LINE = /^\S+ seal (\d{1,15}) of the trail: sha256 ([0-9a-f]{64})$/;

export function digestLine(at: Date, { n, hash }: Digest): string {
  return `${at.toISOString()} seal ${n} of the trail: sha256 ${hash}`;
}

/** The digests of a file of such lines. @throws Error at a line that is none. */
export function readDigests(text: string): Digest[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, n, hash] = LINE.exec(line) ?? [];
      if (n === undefined || hash === undefined)
        throw new Error(`This is no line of "npm run audit:digest": ${line.slice(0, 80)}`);
      return { n: Number(n), hash };
    });
}
