import type { EntityManager } from 'typeorm';
import { coverFactsOf } from './cover.query';
import type { Clinic } from '../../platform/clinic';
import { syncFlags } from './sync-flag';
import { assessFacts, type AssessedCourse } from './assess-facts';
import { courseChanges, type CourseChange } from './course-change';
import { courseFactsOf, type CourseFacts } from './course-history.query';

/** Patients assessed in one go when everything is: bounds the memory, not the result. */
const BATCH = 500;

/**
 * Makes the derived rows of a patient's courses again, in the transaction of what changed: a session, a response, a
 * hold, an authorization of one course may bear on another. Opens flags; closes none.
 */
export async function reassessPatient(tx: EntityManager, patientId: string, clinic: Clinic): Promise<void> {
  await save(tx, await assessPatients(tx, [patientId], clinic));
}

export interface Reassessed {
  readonly courses: number;
  /** Derived rows that are not what they were. */
  readonly changed: number;
  /** Due days that move, flags that open or are no longer shown. */
  readonly changes: readonly CourseChange[];
}

/**
 * Makes every derived row again, and says what changed by it.
 *
 * @throws the reason of `waiting` once it is aborted; the caller's transaction undoes what was made.
 */
export async function reassessAll(
  tx: EntityManager,
  clinic: Clinic,
  waiting?: AbortSignal,
): Promise<Reassessed> {
  const ids = (await tx.query<{ id: string }[]>('select id from patient order by id')).map((row) => row.id);
  const done = { courses: 0, changed: 0, changes: [] as CourseChange[] };
  for (let from = 0; from < ids.length; from += BATCH) {
    const assessed = await assessPatients(tx, ids.slice(from, from + BATCH), clinic);
    done.changes.push(...(await courseChanges(tx, assessed)));
    done.changed += await save(tx, assessed);
    done.courses += assessed.length;
    waiting?.throwIfAborted();
  }
  return done;
}

async function assessPatients(
  tx: EntityManager,
  patientIds: readonly string[],
  clinic: Clinic,
): Promise<AssessedCourse[]> {
  const facts = await courseFactsOf(tx, patientIds);
  const cover = await coverFactsOf(tx, patientIds);
  const byPatient = new Map(patientIds.map((id): [string, CourseFacts[]] => [id, []]));
  for (const one of facts) byPatient.get(one.patientId)!.push(one);
  return facts.map((one) => assessFacts(one, byPatient.get(one.patientId)!, cover, clinic));
}

async function save(tx: EntityManager, assessed: readonly AssessedCourse[]): Promise<number> {
  const rows = assessed.map(({ row }) => row);
  const [{ changed }] = await tx.query<[{ changed: number }]>(UPSERT, [JSON.stringify(rows)]);
  await syncFlags(
    tx,
    assessed.map(({ row, flag }) => ({ courseId: row.course_id, flag })),
  );
  return changed;
}

const COLUMNS = [
  'patient_id',
  'indication',
  'side',
  'listed',
  'injector_id',
  'anchor_on',
  'earliest_on',
  'due_on',
  'last_on_time_on',
  'overdue_from',
  'book_on',
  'basis',
  'reasons',
  'hold_until_on',
  'snoozed_until_on',
  'last_contact_at',
  'last_contact_outcome',
  'authorization_state',
  'trend',
  'effect_window',
  'rules_version',
];

const UPSERT = `
with made as (select * from jsonb_populate_recordset(null::course_assessment, $1::jsonb)),
changed as (
  insert into course_assessment as stored (course_id, ${COLUMNS.join(', ')}, assessed_at)
  select course_id, ${COLUMNS.join(', ')}, clock_timestamp() from made
  on conflict (course_id) do update set ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')},
    assessed_at = excluded.assessed_at
  where (${COLUMNS.map((name) => `stored.${name}`).join(', ')})
    is distinct from (${COLUMNS.map((name) => `excluded.${name}`).join(', ')})
  returning 1)
select count(*)::int as changed from changed`;
