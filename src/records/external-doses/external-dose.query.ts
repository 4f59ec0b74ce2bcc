import { IsNull, LessThan, MoreThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { sortedDoses } from '../../clinical/elsewhere/sorted-doses';
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

/** What a patient got elsewhere: what enters the sums of its product, and what can only be named. */
export async function dosesElsewhereOf(
  db: EntityManager,
  patientId: string,
): Promise<ReturnType<typeof sortedDoses>> {
  const doses = await db.find(ExternalDose, {
    where: { patientId, withdrawnAt: IsNull() },
    order: { givenOn: 'ASC', id: 'ASC' },
  });
  return sortedDoses(doses);
}
