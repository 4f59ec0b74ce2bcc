import type { EntityManager } from 'typeorm';
import { startPageOf, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import type { RemovedView } from '../../platform/http/updates/updates-page.dto';
import { isId } from '../../platform/http/validation';
import type { DueListDay } from '../list-day';
import { changedRows } from './changed-rows.query';
import { changedSince } from './changed-since.query';
import type { ListedRow, WorkList } from './work-list';

interface WorkQuery {
  readonly limit?: number;
  readonly cursor?: string;
  readonly updatedSince?: string;
}

/** A page, and the day that it is of. */
type WorkPage<V> = UpdatesPage<V | RemovedView> & Pick<DueListDay, 'asOf'>;

/**
 * One page of a list of work. With `updatedSince` what changed, by patient: rows that stand on it, and those that do not (any
 * more), told as removed at the moment that this walk is for.
 */
export async function workPage<V extends ListedRow>(
  db: EntityManager,
  { updatedSince: since, cursor, limit = USUAL_LIMIT }: WorkQuery,
  { clinic, asOf, unchangedBefore }: DueListDay & { readonly unchangedBefore: Date },
  list: WorkList<V>,
): Promise<WorkPage<V>> {
  if (since === undefined) {
    const start = startPageOf(list.name, cursor, list.checks) ?? beginning(list.name, unchangedBefore);
    const rows = await list.rows({ limit: limit + 1, after: start.after });
    return { asOf, ...updatesPage(start, rows, limit, list.keyOf) };
  }
  const name = `${list.name}-since`;
  const start = startPageOf(name, cursor, [isId, isId]) ?? beginning(name, unchangedBefore);
  const { after, nextUpdatedSince: until } = start;
  const changed = await changedSince(db, { since, until, zone: clinic.zone }, list.madeFrom);
  const rows = await changedRows(db, list, { changed, since, until, after, limit: limit + 1 });
  const page = updatesPage(start, rows, limit, ({ patientId, id }) => [patientId, id]);
  return { asOf, ...page, items: page.items.map(({ view }) => view) };
}

function beginning(list: string, nextUpdatedSince: Date) {
  return { list, after: undefined, nextUpdatedSince };
}
