import type { EntityManager } from 'typeorm';
import type { Clinic } from '../../platform/clinic';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import type { Included } from './includes';
import { hasId, isOneOf, type Condition, type IdKind, type Value } from './search-parameter';

interface Wanted {
  readonly conditions: readonly Condition[];
  readonly clinic: Clinic;
}

/** How rows are ordered, and which follow one. */
const ORDERS: Readonly<Record<IdKind, { order: string; following: (id: string) => string }>> = {
  uuid: { order: 'r.id', following: (id) => `r.id > ${id}::uuid` },
  text: { order: 'r.id collate "C"', following: (id) => `r.id collate "C" > ${id}` },
  number: { order: 'r.number desc', following: (id) => `r.number < ${id}::bigint` },
};

/** Rows of a kind in the order of their ids; `after` is the last id seen. */
export function findRows(
  db: EntityManager,
  kind: ResourceKind,
  { conditions, clinic, after, limit }: Wanted & { after?: string; limit: number },
): Promise<ResourceRow[]> {
  const values: unknown[] = [];
  const value: Value = (given) => `$${values.push(given)}`;
  const { order, following: follows } = ORDERS[kind.ids];
  const following: Condition[] = after === undefined ? [] : [() => follows(value(after))];
  const sql = `select r.* ${fromWhere(kind, { conditions: [...conditions, ...following], clinic }, value)}
    order by ${order} limit ${value(limit)}`;
  return db.query<ResourceRow[]>(sql, values);
}

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Rows of a kind, in no order. */
export function selected(kind: ResourceKind, wanted: Wanted): Statement {
  const values: unknown[] = [];
  return { sql: `select r.* ${fromWhere(kind, wanted, (given) => `$${values.push(given)}`)}`, values };
}

export async function countRows(db: EntityManager, kind: ResourceKind, wanted: Wanted): Promise<number> {
  const values: unknown[] = [];
  const value: Value = (given) => `$${values.push(given)}`;
  const [row] = await db.query<[{ count: number }]>(
    `select count(*)::int as count ${fromWhere(kind, wanted, value)}`,
    values,
  );
  return row.count;
}

/** All versions of one, the newest first. */
export function everyVersion(
  db: EntityManager,
  kind: ResourceKind,
  id: string,
  clinic: Clinic,
): Promise<ResourceRow[]> {
  if (kind.versions === undefined) return Promise.resolve([]);
  const values: unknown[] = [];
  const isOfId = hasId(kind.ids, [id])((given) => `$${values.push(given)}`, clinic);
  return db.query<ResourceRow[]>(
    `select r.* from (${kind.versions}) r where ${isOfId} order by r."createdAt" desc, r."updatedAt" desc`,
    values,
  );
}

/** More come with no page: the rest is found by a search of its own. */
const MOST_INCLUDED = 5000;

/** What comes along with the rows of a page. */
export function includedRows(
  db: EntityManager,
  { kind, to, by }: Included,
  rows: readonly ResourceRow[],
  clinic: Clinic,
): Promise<ResourceRow[]> {
  const condition =
    by === 'names-page'
      ? isOneOf(
          to.column,
          to.ids,
          rows.map(({ id }) => id),
        )
      : hasId(kind.ids, valuesAt(rows, to.column));
  return findRows(db, kind, { conditions: [condition], clinic, limit: MOST_INCLUDED });
}

/** The column is named as a statement names it, `r."patientId"`. */
function valuesAt(rows: readonly ResourceRow[], column: string): string[] {
  const name = /"(\w+)"$/.exec(column)![1]!;
  return rows.flatMap((row) => (row as unknown as Record<string, string | null>)[name] ?? []);
}

function fromWhere(kind: ResourceKind, { conditions, clinic }: Wanted, value: Value): string {
  const all = conditions.map((condition) => condition(value, clinic));
  return `from (${kind.from(value, clinic)}) r where ${all.length > 0 ? all.join(' and ') : 'true'}`;
}
