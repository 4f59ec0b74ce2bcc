import { IsNull, MoreThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { PatientAnswerRow } from './patient-answer.entity';

interface AnswerSearch {
  readonly courseId: string;
  readonly open?: boolean;
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

/** The answers of a course, by their ids. */
export function findAnswers(
  db: EntityManager,
  { courseId, open, updatedSince, after, limit }: AnswerSearch,
): Promise<PatientAnswerRow[]> {
  return db.find(PatientAnswerRow, {
    where: {
      courseId,
      ...(open !== undefined && { outcome: open ? IsNull() : Not(IsNull()) }),
      ...(updatedSince && { updatedAt: MoreThanOrEqual(new Date(updatedSince)) }),
      ...(after && { id: MoreThan(after) }),
    },
    order: { id: 'ASC' },
    take: limit,
  });
}
