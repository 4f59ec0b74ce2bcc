import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { flagNews, type FlagNews } from '../../clinical/review/flag-change';
import { latestFlags, storedFlagOf } from './sync-flag';
import { CourseAssessmentRow, type AssessedCourse } from './course-assessment.entity';

/** What a recalculation changes for those who work with a course. */
export interface CourseChange {
  readonly courseId: string;
  readonly due?: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly flag?: FlagNews;
}

/** Compares what is stored with what has been assessed, before that is saved. */
export async function courseChanges(
  tx: EntityManager,
  assessed: readonly AssessedCourse[],
): Promise<CourseChange[]> {
  const ids = assessed.map(({ row }) => row.courseId);
  const stored = await tx.findBy(CourseAssessmentRow, { courseId: In(ids) });
  const dueBefore = new Map(stored.map(({ courseId, dueOn }) => [courseId, dueOn]));
  const flags = await latestFlags(tx, ids);
  return assessed.flatMap(({ row, flag: now }) => {
    const courseId = row.courseId;
    const from = dueBefore.get(courseId) ?? null;
    const due = from === row.dueOn ? undefined : { from, to: row.dueOn };
    const flag = flagNews(storedFlagOf(flags.get(courseId)), now);
    return due || flag ? [{ courseId, ...(due && { due }), ...(flag && { flag }) }] : [];
  });
}
