import type { EntityManager } from 'typeorm';
import type { ExcursionView } from './excursions.dto';

export interface ExcursionSearch {
  readonly id?: string;
  readonly updatedSince?: string;
  /** Moment and id of the last one shown. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** When refrigerators were too warm or too cold, the latest first, each with its lots that are still on hold. */
export function findExcursions(db: EntityManager, search: ExcursionSearch): Promise<ExcursionView[]> {
  const { id, updatedSince, after: [noticedAt, lastId] = [], limit } = search;
  return db.query<ExcursionView[]>(EXCURSIONS, [id, noticedAt, lastId, updatedSince, limit]);
}

const EXCURSIONS = `
select e.id, e.fridge, e.noticed_at as "noticedAt", e.temperature_c as "temperatureC", e.note, e.recorded_by as "recordedBy",
  coalesce(of_it.held, '{}') as "lotsOnHold", e.created_at as "createdAt",
  greatest(e.created_at, of_it.changed_at) as "updatedAt"
from temperature_excursion e
left join lateral (
  select array_agg(l.id order by l.id) filter (where l.held_at is not null) as held, max(l.updated_at) as changed_at
  from lot l where l.id = any(e.lot_ids)) of_it on true
where ($1::uuid is null or e.id = $1)
  and ($2::timestamptz is null or (e.noticed_at, e.id) < ($2, $3::uuid))
  and ($4::timestamptz is null or greatest(e.created_at, of_it.changed_at) >= $4)
order by e.noticed_at desc, e.id desc limit $5`;
