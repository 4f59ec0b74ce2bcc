import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { TrendTier } from '../../clinical/watch/trend-state';
import { flagChange, latestFlags } from './sync-flag';
import { CourseAssessmentRow, type AssessedCourse } from './course-assessment.entity';

/** What a recalculation changes for those who work with a course. */
export interface CourseChange {
  readonly courseId: string;
  readonly due?: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly flag?: { readonly change: 'opens' | 'rises' | 'no-longer-shown'; readonly tier: TrendTier };
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
    const before = flags.get(courseId);
    const change = flagChange(before, now);
    const flag =
      change === 'opens'
        ? { change, tier: now!.tier }
        : change === 'goes-on' && now!.tier !== before!.flag.tier
          ? { change: 'rises' as const, tier: now!.tier }
          : change === 'no-longer-shown' && before!.flag.shown
            ? { change, tier: before!.flag.tier }
            : undefined;
    return due || flag ? [{ courseId, ...(due && { due }), ...(flag && { flag }) }] : [];
  });
}
