import type { EntityManager } from 'typeorm';
import { addDays, type PlainDate } from '../../clinical/calendar';
import { hasSaidNo } from '../../clinical/calling/call-queue';
import { COVER_STATES } from '../../clinical/cover/cover';
import { longestLead, toStart } from '../../clinical/payers/to-start';
import { allPayers } from '../../records/payers/payers.query';
import type { Sought } from '../due-conditions';
import { dueRows } from '../due-rows.query';
import type { DueListDay } from '../list-day';
import { LIST_STATUSES, type DueFilters } from '../worklist.dto';
import type { ToStartRowView } from './to-start.dto';

/** So many courses are looked at in one go. */
const BATCH = 200;

/** Nobody is asked to pay for a course that has lapsed, unless its status is asked for. */
const USUAL_STATUSES = LIST_STATUSES.filter((status) => status !== 'lapsed');

const UNCOVERED = COVER_STATES.filter((state) => state !== 'covered' && state !== 'not-needed');

/**
 * One page of the due list, those whose payer is to be asked now, with why; who has said no only where that queue is asked for. When that is depends on the payer, so the list is
 * read on until the page is full.
 */
export async function rowsToStart(
  db: EntityManager,
  filters: Sought,
  day: DueListDay,
  page: { readonly limit: number; readonly after?: readonly string[] },
): Promise<ToStartRowView[]> {
  const { asOf, clinic } = day;
  const payers = await allPayers(db);
  const last = addDays(asOf, longestLead(payers, clinic.rules));
  const asked: Sought = {
    ...filters,
    to: filters.to !== undefined && filters.to < last ? filters.to : last,
    status: filters.status ?? USUAL_STATUSES,
    authorization: UNCOVERED.filter((state) => filters.authorization?.includes(state) ?? true),
  };
  if (asked.authorization!.length === 0) return [];
  const found: ToStartRowView[] = [];
  let { after } = page;
  for (;;) {
    const rows = await dueRows(db, asked, day, { limit: BATCH, after });
    const ids = rows.map(({ courseId }) => courseId);
    const beside = await besideOf(db, ids);
    for (const row of rows) {
      const { payer, attempts, refusedOn } = beside.get(row.courseId)!;
      const saidNo = !row.booked && hasSaidNo(asOf, { dueOn: row.dueOn, refusedOn });
      if (saidNo && filters.queue !== 'said-no') continue;
      const { authorization: state, authorizationGap } = row;
      const cover = { state, gap: authorizationGap?.code ?? null, gapOn: authorizationGap?.on ?? null };
      const start = toStart({ asOf, dueOn: row.dueOn, cover, payer }, payers, clinic.rules);
      if (start) found.push({ ...row, attempts, payer, ...start });
    }
    const end = rows.at(-1);
    if (!end || rows.length < BATCH || found.length >= page.limit) return found.slice(0, page.limit);
    after = [end.dueOn, end.courseId];
  }
}

/** So many are counted, no more: whoever reads the number cannot wait for all of a large clinic. */
const COUNTED = 100;

/** How many courses of these filters have a payer to be asked now; `100+` from a hundred on. */
export async function countToStart(db: EntityManager, filters: DueFilters, day: DueListDay): Promise<string> {
  const { length } = await rowsToStart(db, { ...filters, queue: undefined }, day, { limit: COUNTED });
  return length < COUNTED ? String(length) : `${COUNTED}+`;
}

interface Beside {
  readonly id: string;
  readonly payer: string | null;
  readonly attempts: number;
  readonly refusedOn: PlainDate | null;
}

/** What the due list does not tell of a course, by course. */
async function besideOf(
  db: EntityManager,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, Beside>> {
  const rows = await db.query<Beside[]>(
    `select a.course_id as id, p.payer, a.attempts, a.refused_on as "refusedOn"
     from course_assessment a join patient p on p.id = a.patient_id where a.course_id = any($1::uuid[])`,
    [courseIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
