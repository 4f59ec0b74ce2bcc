import type { Client } from 'pg';
import { INDICATIONS } from '../clinical/catalogue/indications';
import { MUSCLES } from '../clinical/catalogue/muscles';
import { PRODUCTS } from '../clinical/catalogue/products';
import { SCALES } from '../clinical/catalogue/scales';
import { PRECAUTIONS } from '../clinical/precautions/precaution-rows';
import { whyLeftOut } from './left-out';
import { fileOf } from './manifest';
import { OF_CLINIC } from './meanings/clinic';
import { OF_COPIES } from './meanings/copies';
import { OF_DESK } from './meanings/desk';
import { EVERYWHERE, type Meaning, type Meanings } from './meanings/meaning';
import { OF_PATIENTS } from './meanings/patients';
import { OF_PEOPLE } from './meanings/people';
import { OF_SUPPLY } from './meanings/supply';
import { OF_TREATMENT } from './meanings/treatment';
import { OF_WATCH } from './meanings/watch';

export interface CodebookColumn {
  readonly name: string;
  /** As PostgreSQL calls it. */
  readonly type: string;
  readonly mayBeNull: boolean;
  readonly meaning: string | null;
  readonly unit?: string;
  /** The words that it may be, where they are fixed. */
  readonly values?: readonly string[];
  /** The column of another file that it names. */
  readonly names?: string;
  readonly leftOut?: string;
}

export interface CodebookTable {
  readonly table: string;
  /** Null: left out, because of what it holds. */
  readonly file: string | null;
  readonly holds: string | null;
  /** Together they tell one line from all others; lines are in their order. */
  readonly key: readonly string[];
  readonly columns: readonly CodebookColumn[];
  readonly leftOut?: string;
}

export const MEANINGS: Meanings = {
  ...OF_PATIENTS,
  ...OF_TREATMENT,
  ...OF_WATCH,
  ...OF_DESK,
  ...OF_SUPPLY,
  ...OF_CLINIC,
  ...OF_PEOPLE,
  ...OF_COPIES,
};

const HOW_TO_READ = [
  'A file holds one table: one JSON object a line, UTF-8, lines in the order of the key. What is not known is null.',
  'A day is YYYY-MM-DD on the clinic’s calendar (clinic_setting.zone). A moment is ISO 8601, in UTC.',
  'Units belong to a product: those of two products are never added, compared or converted.',
  'Bytes (bytea) are \\x and hexadecimal digits. Numbers have as many digits as were entered.',
  'Of a session the version with neither replaced_at nor voided_at counts; responses and side effects name its root_id.',
  'SHA256SUMS holds the digest of each file (sha256sum -c SHA256SUMS); export.json what it was taken from.',
];

/** Every table and column that there is, what it means and in what it is counted, and the words that slugs stand for. */
export async function codebookOf(client: Client, withSecrets: boolean): Promise<object> {
  const { rows } = await client.query<CatalogRow>(CATALOG);
  return {
    format: 'clinic-codebook 1',
    howToRead: HOW_TO_READ,
    tables: rows.map((row) => tableOf(row, withSecrets)),
    catalogue: {
      indications: Object.values(INDICATIONS),
      products: Object.values(PRODUCTS),
      muscles: Object.values(MUSCLES),
      scales: Object.values(SCALES),
      precautions: Object.entries(PRECAUTIONS).map(([slug, { name }]) => ({ slug, name })),
    },
  };
}

function tableOf({ table, key, columns }: CatalogRow, withSecrets: boolean): CodebookTable {
  const leftOut = withSecrets ? undefined : whyLeftOut(table);
  return {
    table,
    file: leftOut === undefined ? fileOf(table) : null,
    holds: MEANINGS[table]?.holds ?? null,
    key,
    columns: columns.map(({ values, names, ...column }) => ({
      ...column,
      ...said(MEANINGS[table]?.columns[column.name] ?? EVERYWHERE[column.name]),
      ...(values && { values }),
      ...(names && { names }),
      leftOut: withSecrets ? undefined : whyLeftOut(table, column.name),
    })),
    leftOut,
  };
}

function said(meaning: Meaning | undefined): Pick<CodebookColumn, 'meaning' | 'unit'> {
  if (meaning === undefined) return { meaning: null };
  return typeof meaning === 'string' ? { meaning } : { meaning: meaning.means, unit: meaning.unit };
}

interface CatalogRow {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly mayBeNull: boolean;
    readonly values: readonly string[] | null;
    readonly names: string | null;
  }[];
}

/** Words are those of a check of one column, or of its domain: `= ANY (ARRAY['a'::text, 'b'::text])`. */
const WORDS = `(select array(select word[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') word)
  from pg_constraint k where k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\['
    and (k.conrelid = a.attrelid and k.conkey = array[a.attnum] or k.contypid = a.atttypid) limit 1)`;

const NAMED = `(select f.confrelid::regclass::text || '.' || (select attname from pg_attribute
    where attrelid = f.confrelid and attnum = f.confkey[1])
  from pg_constraint f where f.contype = 'f' and f.conrelid = a.attrelid and f.conkey = array[a.attnum] limit 1)`;

const CATALOG = `
select c.relname as table,
  (select coalesce(json_agg(p.attname order by k.n), '[]') from pg_index i
    cross join unnest(i.indkey) with ordinality k (attnum, n)
    join pg_attribute p on p.attrelid = c.oid and p.attnum = k.attnum
    where i.indrelid = c.oid and i.indisprimary) as key,
  json_agg(json_build_object('name', a.attname,
    'type', format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), a.atttypmod),
    'mayBeNull', not a.attnotnull, 'values', ${WORDS}, 'names', ${NAMED}) order by a.attnum) as columns
from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
group by c.oid, c.relname
order by c.relname::text collate "C"`;
