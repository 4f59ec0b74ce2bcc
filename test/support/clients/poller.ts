import type { Client } from '../app';

type Item = Record<string, unknown> & { readonly id: string };

/** Of a row what one list or another tells its rows apart by. */
interface ListRow {
  readonly id: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly patient: { readonly id: string };
  readonly appointment: { readonly id: string };
}

/** By what the list tells its rows apart; what was removed it tells by `id`. */
export type IdOf = (row: ListRow) => string;

/** A copy of a list elsewhere, kept as a script keeps it: what is new comes in, what is removed goes out. */
export interface Copy {
  readonly rows: Map<string, Item>;
  /** How many rows came, those that came again among them. */
  readonly came: () => number;
  /** How many were told as removed. */
  readonly went: () => number;
  /** Fetches what changed since the last time, page by page. */
  fetch(): Promise<void>;
}

export function copyOf(client: Client, path: string, limit: number, idOf: IdOf = ({ id }) => id): Copy {
  const rows = new Map<string, Item>();
  let since = '1970-01-01T00:00:00Z';
  let came = 0;
  let went = 0;

  async function fetch(): Promise<void> {
    const asked = `${path}${path.includes('?') ? '&' : '?'}updatedSince=${since}&limit=${limit}`;
    const told = new Set<string>();
    for (let cursor = ''; ;) {
      const { status, body } = await client.get(`${asked}${cursor}`);
      if (status !== 200) throw new Error(`${asked} was answered with ${status}: ${JSON.stringify(body)}`);
      for (const item of body.items as (Item & ListRow)[]) {
        came += 1;
        if ('removedAt' in item) {
          went += 1;
          rows.delete(item.id);
        } else rows.set(idOf(item), item);
      }
      told.add(body.nextUpdatedSince as string);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    if (told.size !== 1) throw new Error(`The pages of one walk tell ${[...told].join(', ')}`);
    since = [...told][0]!;
  }

  return { rows, came: () => came, went: () => went, fetch };
}
