import type { EntityManager } from 'typeorm';
import type { RemovedView } from '../../platform/http/updates/updates-page.dto';
import type { CoverOverrideView } from './authorizations.dto';

interface OverrideSearch {
  readonly patientId?: string;
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Overrides of cover by their ids; since a moment also those that were removed since. */
export async function findCoverOverrides(
  db: EntityManager,
  { patientId, updatedSince, after, limit }: OverrideSearch,
): Promise<(CoverOverrideView | RemovedView)[]> {
  const rows = await db.query<Row[]>(SELECT, [patientId, updatedSince, after, limit]);
  return rows.map(({ id, removedAt, standing, createdAt }) =>
    removedAt ? { id, removedAt } : { id, ...standing!, createdAt: createdAt! },
  );
}

interface Row {
  readonly id: string;
  readonly removedAt: Date | null;
  readonly standing: Omit<CoverOverrideView, 'id' | 'createdAt'> | null;
  readonly createdAt: Date | null;
}

const SELECT = `
select id, null::timestamptz as "removedAt", jsonb_build_object('patientId', patient_id, 'payer', payer,
    'indication', indication, 'product', product, 'coverage', coverage, 'reason', reason) as standing,
  created_at as "createdAt"
from cover_override
where ($1::uuid is null or patient_id = $1)
  and ($2::timestamptz is null or created_at >= $2)
  and ($3::uuid is null or id > $3)
union all
select id, removed_at, null, null
from removed_row
where subject = 'cover_override' and removed_at >= $2
  and ($1::uuid is null or patient_id = $1)
  and ($3::uuid is null or id > $3)
order by id
limit $4`;
