import { IsNull, LessThan, MoreThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { DoseElsewhere } from '../../clinical/elsewhere/told-dose';
import type { Question } from '../../platform/database/read-together';
import { ExternalDose } from './external-dose.entity';

export interface ExternalDoseSearch {
  readonly patientId?: string;
  readonly updatedSince?: string;
  /** Day and id of the last one shown. */
  readonly after?: readonly [PlainDate, string];
  readonly limit: number;
}

/** Doses given elsewhere, the latest first. Without `updatedSince` only those that count. */
export function findExternalDoses(
  db: EntityManager,
  { patientId, updatedSince, after, limit }: ExternalDoseSearch,
): Promise<ExternalDose[]> {
  const counting: FindOptionsWhere<ExternalDose> = {
    ...(patientId && { patientId }),
    ...(updatedSince ? { updatedAt: MoreThanOrEqual(new Date(updatedSince)) } : { withdrawnAt: IsNull() }),
  };
  return db.find(ExternalDose, {
    where: after
      ? [
          { ...counting, givenOn: LessThan(after[0]) },
          { ...counting, givenOn: after[0], id: LessThan(after[1]) },
        ]
      : counting,
    order: { givenOn: 'DESC', id: 'DESC' },
    take: limit,
  });
}

/** What a patient got elsewhere, as it is sorted into what enters the sums and what can only be named. */
export const DOSES_ELSEWHERE: Question<DoseElsewhere> = {
  text: `
select id, given_on as "givenOn", product, units, brand, region, indication, source
from external_dose where patient_id = $1 and withdrawn_at is null
order by given_on, id`,
};
