import type { EntityManager } from 'typeorm';
import type { Sought } from '../due-conditions';
import { dueRows } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { ReadyFilters, ReadyRowView } from './readiness.dto';
import { readinessOfCourses } from './readiness.query';

/** So many courses are looked at in one go. */
const BATCH = 200;

/**
 * One page of the due list with what the next visit of each course asks for. Readiness is no column: where it is a
 * filter, the list is read on until the page is full.
 */
export async function readyRows(
  db: EntityManager,
  filters: Sought<ReadyFilters>,
  day: DueListDay,
  page: { readonly limit: number; readonly after?: readonly string[] },
): Promise<ReadyRowView[]> {
  const found: ReadyRowView[] = [];
  let { after } = page;
  const limit = filters.ready === undefined ? page.limit : Math.max(page.limit, BATCH);
  for (;;) {
    const rows = await dueRows(db, filters, day, { limit, after });
    const ids = rows.map(({ courseId }) => courseId);
    const readiness = await readinessOfCourses(db, ids, day);
    const attempts = await attemptsOf(db, ids);
    for (const row of rows) {
      const { courseId } = row;
      const of = readiness.get(courseId)!;
      if (filters.ready !== undefined && of.ready !== filters.ready) continue;
      found.push({ ...row, attempts: attempts.get(courseId)!, readiness: of });
    }
    const last = rows.at(-1);
    if (!last || rows.length < limit || found.length >= page.limit) return found.slice(0, page.limit);
    after = [last.dueOn, last.courseId];
  }
}

/** Calls and messages of this cycle, by course. */
async function attemptsOf(
  db: EntityManager,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; attempts: number }[]>(
    'select course_id as id, attempts from course_assessment where course_id = any($1::uuid[])',
    [courseIds],
  );
  return new Map(rows.map(({ id, attempts }) => [id, attempts]));
}
