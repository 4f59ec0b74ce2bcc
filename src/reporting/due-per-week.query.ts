import type { EntityManager } from 'typeorm';
import { addDays, mondayOf, type PlainDate } from '../clinical/calendar';
import type { ReportFilters } from './report';

export interface DueWeek {
  /** Its Monday; absent for all weeks before this one. */
  readonly from: PlainDate | undefined;
  readonly courses: number;
}

const WEEKS = 16;

/** How many courses fall due in each week from this one on, and how many have been due before and are still to come. */
export async function duePerWeek(
  db: EntityManager,
  { indication, product }: ReportFilters,
  today: PlainDate,
): Promise<DueWeek[]> {
  const monday = mondayOf(today);
  const rows = await db.query<{ week: number; courses: number }[]>(
    `select greatest(floor((a.due_on - $1::date) / 7.0), -1)::integer as week, count(*)::integer as courses
      from course_assessment a join course c on c.id = a.course_id
      where a.listed and a.due_on < $2::date
        and ($3::text[] is null or c.indication = any ($3))
        and ($4::text[] is null or c.planned_product = any ($4))
      group by 1`,
    [monday, addDays(monday, 7 * WEEKS), indication ?? null, product ?? null],
  );
  const coursesIn = new Map(rows.map(({ week, courses }) => [week, courses]));
  return Array.from({ length: WEEKS + 1 }, (_, index) => ({
    from: index === 0 ? undefined : addDays(monday, 7 * (index - 1)),
    courses: coursesIn.get(index - 1) ?? 0,
  }));
}
