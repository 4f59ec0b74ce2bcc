import type { PlainDate } from '../../clinical/calendar';
import { flagNews, type FlagNews } from '../../clinical/review/flag-change';
import type { AssessedCourse } from './course-assessment.entity';
import { storedFlagOf } from './latest-flag.query';

/** What a recalculation changes for those who work with a course. */
export interface CourseChange {
  readonly courseId: string;
  readonly due?: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly flag?: FlagNews;
}

/** Compares what is stored with what has been assessed. */
export function courseChanges(assessed: readonly AssessedCourse[]): CourseChange[] {
  return assessed.flatMap(({ row, flag: now, stored, latestFlag }) => {
    const courseId = row.courseId;
    const from = stored?.dueOn ?? null;
    const due = from === row.dueOn ? undefined : { from, to: row.dueOn };
    const flag = flagNews(storedFlagOf(latestFlag), now);
    return due || flag ? [{ courseId, ...(due && { due }), ...(flag && { flag }) }] : [];
  });
}
