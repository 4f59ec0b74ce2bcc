import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { changedPatients } from '../patients/changed-patients.query';
import { PriorAuthorization } from './authorization.entity';

interface AuthorizationSearch {
  readonly patientId?: string;
  readonly onDay?: PlainDate;
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Authorizations by their ids. What has been used of one changes with the sessions of its patient. */
export function findAuthorizations(
  db: EntityManager,
  { patientId, onDay, updatedSince: since, after, limit }: AuthorizationSearch,
): Promise<PriorAuthorization[]> {
  const found = db.createQueryBuilder(PriorAuthorization, 'a').orderBy('id').limit(limit);
  if (patientId) found.andWhere('patient_id = :patientId', { patientId });
  if (onDay) found.andWhere(':onDay between starts_on and ends_on', { onDay });
  if (since)
    found.andWhere(`(updated_at >= :since or patient_id in (${changedPatients(':since')}))`, { since });
  if (after) found.andWhere('id > :after', { after });
  return found.getMany();
}
