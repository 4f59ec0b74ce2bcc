import type { EntityManager } from 'typeorm';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { toHundredth } from '../../clinical/numbers';
import type { Protocol } from '../../clinical/protocols/protocol';
import { PUBLISHED_PROTOCOLS, type PublishedProtocol } from '../../clinical/protocols/published-protocols';
import type { ToxinProduct } from '../../clinical/units';
import type { ProtocolVersion } from './protocol.entity';
import type { ProtocolView } from './protocols.dto';

export interface ProtocolSearch {
  readonly indication?: IndicationSlug;
  readonly product?: ToxinProduct;
  readonly retired?: boolean;
  readonly updatedSince?: string;
  /** Name and id of the last one shown. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** The latest version of each protocol, published or of the clinic, by name. Without `updatedSince` only those offered. */
export async function findProtocols(db: EntityManager, search: ProtocolSearch): Promise<ProtocolView[]> {
  const { indication, product, retired = false, updatedSince, after, limit } = search;
  const own = await db.query<Row[]>(`${SELECT} order by p.id, p.version desc`, [null, null]);
  return [...PUBLISHED_PROTOCOLS.map(publishedView), ...own.map(ownView)]
    .filter((protocol) => indication === undefined || protocol.indication === indication)
    .filter((protocol) => product === undefined || protocol.product === product)
    .filter((protocol) =>
      updatedSince ? protocol.updatedAt >= new Date(updatedSince) : protocol.retired === retired,
    )
    .toSorted((a, b) => order(keyOf(a), keyOf(b)))
    .filter((protocol) => !after || order(keyOf(protocol), after) > 0)
    .slice(0, limit);
}

/** What the list is sorted by, and its cursor says. */
export function keyOf({ name, id }: Pick<Protocol, 'name' | 'id'>): readonly [string, string] {
  return [name, id];
}

/** A version of a protocol, the latest where none is named. */
export async function findProtocol(
  db: EntityManager,
  id: string,
  version?: number,
): Promise<ProtocolView | undefined> {
  const published = PUBLISHED_PROTOCOLS.find((protocol) => protocol.id === id);
  if (published)
    return (version ?? published.version) === published.version ? publishedView(published) : undefined;
  const [row] = await db.query<Row[]>(`${SELECT} order by p.id, p.version desc limit 1`, [id, version]);
  return row && ownView(row);
}

/** Published protocols came with the release that first had them. */
const SINCE = new Date('2026-11-27T00:00:00Z');

type Row = Omit<ProtocolVersion, 'createdAt'> & { readonly createdAt: Date; readonly updatedAt: Date };

const SELECT = `
select distinct on (p.id) p.id, p.version, p.name, p.indication, p.product, p.rows, p.vial_units as "vialUnits",
  p.diluent_ml as "diluentMl", p.retired, p.made_by as "madeBy", p.created_at as "updatedAt", f.created_at as "createdAt"
from protocol p join protocol f on f.id = p.id and f.version = 1
where ($1::uuid is null or p.id = $1) and ($2::integer is null or p.version = $2)`;

function publishedView(protocol: PublishedProtocol): ProtocolView {
  const times = { createdAt: SINCE, updatedAt: SINCE };
  return { ...viewOf(protocol), source: protocol.source, retired: false, madeBy: null, ...times };
}

function ownView({ vialUnits, diluentMl, retired, madeBy, createdAt, updatedAt, ...row }: Row): ProtocolView {
  const dilution = vialUnits === null || diluentMl === null ? null : { vialUnits, diluentMl };
  return { ...viewOf({ ...row, dilution }), source: null, retired, madeBy, createdAt, updatedAt };
}

function viewOf({ id, version, name, indication, product, rows, dilution }: Protocol) {
  return {
    id,
    version,
    name,
    indication,
    product,
    rows: rows.map(({ muscle, side, units, sites, volumeMl }) => ({
      muscle,
      side,
      product,
      units,
      sites,
      volumeMl,
    })),
    dilution: dilution && { product, ...dilution },
    totalUnits: toHundredth(rows.reduce((sum, { units }) => sum + units, 0)),
    totalSites: rows.reduce((sum, { sites }) => sum + (sites ?? 0), 0),
  };
}

function order(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
