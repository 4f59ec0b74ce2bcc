import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { RemovedView } from '../../platform/http/updates/updates-page.dto';
import { DUE_COLUMNS, DUE_JOINS, dueRow, onDueList, type DueRow } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import type { DueFilters, DueRowView } from '../worklist.dto';
import { changedSince, patientsOf } from './changed-since.query';

/** A course that has no due day stands before all that have one. */
const SORTS_ON = `coalesce(a.due_on, '1900-01-01')`;

export interface DueUpdate {
  readonly sortsOn: PlainDate;
  readonly courseId: string;
  readonly view: DueRowView | RemovedView;
}

/**
 * One page of the courses of patients of whom something may have changed since a moment, by due day and course: rows of the
 * due list, and those that are not on it (any more), told as removed at the moment that this walk is for.
 */
export async function dueUpdates(
  db: EntityManager,
  filters: DueFilters,
  day: DueListDay,
  page: { since: string; until: Date; limit: number; after?: readonly string[] },
): Promise<DueUpdate[]> {
  const changed = await changedSince(db, { ...page, zone: day.clinic.zone });
  const { sql, values } = onDueList(filters, day);
  const value = (given: unknown): string => `$${values.push(given)}`;
  const after = page.after
    ? `and (${SORTS_ON}, a.course_id) > (${value(page.after[0])}::date, ${value(page.after[1])}::uuid)`
    : '';
  const rows = await db.query<(DueRow & { isListed: boolean; sortsOn: PlainDate })[]>(
    `select ${DUE_COLUMNS}, (${sql}) is true as "isListed", ${SORTS_ON} as "sortsOn"
    from course_assessment a ${DUE_JOINS}
    where a.patient_id in (${patientsOf(changed, value)}) ${after}
    order by ${SORTS_ON}, a.course_id limit ${value(page.limit)}`,
    values,
  );
  return rows.map(({ isListed, sortsOn, ...row }) => ({
    sortsOn,
    courseId: row.courseId,
    view: isListed ? dueRow(row, day.asOf, day.clinic) : { id: row.courseId, removedAt: page.until },
  }));
}
