import { addDays, dayIn } from '../../src/clinical/calendar';
import { DUE_COLUMNS, DUE_JOINS } from '../../src/worklist/due-rows.query';

export const ZONE = 'America/New_York';

/** A page of the due list as the service asks for it: who is due within fourteen days. */
export const DUE_PAGE = `select ${DUE_COLUMNS} from (
    select a.* from course_assessment a
    where a.due_on is not null and a.listed and a.due_on >= $3 and a.due_on <= $4 order by a.due_on, a.course_id limit $5) a
  ${DUE_JOINS} order by a.due_on, a.course_id`;

export function pageValues(): unknown[] {
  const today = dayIn(ZONE, new Date());
  return [today, ZONE, today, addDays(today, 14), 51];
}
