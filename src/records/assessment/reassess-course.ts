import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { assessCourse } from '../../clinical/assess-course';
import { dayIn, type PlainDate } from '../../clinical/calendar';
import { arrangementsOf, type Arrangements } from '../../clinical/calling/arrangements';
import { plannedDose } from '../../clinical/doses/planned-dose';
import { crossCourseMinimum, type CourseBeside } from '../../clinical/due/cross-course-minimum';
import { RULES_VERSION } from '../../clinical/rules';
import { versionWith } from '../../clinical/watch/learning/learned-clinic';
import type { Clinic } from '../../platform/clinic';
import { together, type AnswersTo, type Question } from '../../platform/database/read-together';
import { CourseAssessmentRow, type AssessedCourse, type StoredAssessment } from './course-assessment.entity';
import { courseChanges, type CourseChange } from './course-change';
import { factsOf, STORED_COURSES, type CourseFacts } from './course-history.query';
import {
  authorizationFacts,
  AUTHORIZATIONS,
  coverOfNext,
  OVERRIDES,
  PAYER_NAMES,
  type CoverFacts,
} from './cover.query';
import { LATEST_FLAGS, latestFlag } from './latest-flag.query';
import { syncFlags } from './sync-flag';

/** Patients assessed in one go when everything is: bounds the memory, not the result. */
const BATCH = 500;

/**
 * Makes the derived rows of a patient's courses again, in the transaction of what changed: a session, a response, a
 * hold, an authorization of one course may bear on another. Opens flags; closes none.
 */
export async function reassessPatient(
  tx: EntityManager,
  patientId: string,
  clinic: Clinic,
): Promise<readonly AssessedCourse[]> {
  return saveAssessed(tx, assessAll([patientId], await readAll(tx, assessedValues([patientId])), clinic));
}

/** Writes what was assessed, in the transaction that it was read in. */
export async function saveAssessed(
  tx: EntityManager,
  assessed: readonly AssessedCourse[],
): Promise<readonly AssessedCourse[]> {
  await save(tx, assessed);
  return assessed;
}

export interface Reassessed {
  readonly courses: number;
  /** Derived rows that are not what they were. */
  readonly changed: number;
  /** Due days that move, flags that open or are no longer shown. */
  readonly changes: readonly CourseChange[];
}

export interface Meanwhile {
  /** Once it is aborted, so is this. */
  readonly waiting?: AbortSignal;
  /** Hears how many patients are done. */
  readonly told?: (patients: number, of: number) => void;
}

/**
 * Makes every derived row again, and says what changed by it. All patients are locked before the clinic is read. While some
 * are assessed here, the database reads the next: each has a processor of its own.
 *
 * @throws the reason of `waiting` once it is aborted; the caller's transaction undoes what was made.
 */
export async function reassessAll(
  tx: EntityManager,
  clinic: Clinic,
  { waiting, told }: Meanwhile = {},
): Promise<Reassessed> {
  const ids = (await tx.query<{ id: string }[]>('select id from patient order by id')).map((row) => row.id);
  return reassessPatients(tx, ids, clinic, { waiting, told });
}

/** The same of some patients, each of them locked. */
export async function reassessPatients(
  tx: EntityManager,
  ids: readonly string[],
  clinic: Clinic,
  { waiting, told }: Meanwhile = {},
): Promise<Reassessed> {
  const batchFrom = (from: number): string[] => ids.slice(from, from + BATCH);
  const readBatch = (batch: readonly string[]) => readAll(tx, assessedValues(batch));
  const done = { courses: 0, changed: 0, changes: [] as CourseChange[] };
  let found = await readBatch(batchFrom(0));
  for (let from = 0; from < ids.length; from += BATCH) {
    const known = found;
    const [next, assessed] = await Promise.all([
      readBatch(batchFrom(from + BATCH)),
      // The question leaves for the database before this thread is busy.
      setImmediate().then(() => assessAll(batchFrom(from), known, clinic)),
    ]);
    found = next;
    done.changes.push(...courseChanges(assessed));
    done.changed += await save(tx, assessed);
    done.courses += assessed.length;
    told?.(Math.min(from + BATCH, ids.length), ids.length);
    waiting?.throwIfAborted();
  }
  return done;
}

/** What the courses of some patients come to, by what was read of all of them. */
export function assessAll(
  patientIds: readonly string[],
  found: AnswersTo<typeof ASSESSED_FROM>,
  clinic: Clinic,
): AssessedCourse[] {
  const facts = found.courses.map(factsOf);
  const { overrides, payers } = found;
  const cover = { authorizations: found.authorizations.map(authorizationFacts), overrides, payers };
  const flags = new Map(found.flags.map((row) => [row.courseId, latestFlag(row)]));
  const stored = new Map(found.assessments.map((row) => [row.courseId, row]));
  const byPatient = new Map(patientIds.map((id): [string, CourseFacts[]] => [id, []]));
  for (const course of facts) byPatient.get(course.patientId)!.push(course);
  return facts.map((course) => ({
    ...assess(course, byPatient.get(course.patientId)!, cover, clinic),
    stored: stored.get(course.courseId),
    latestFlag: flags.get(course.courseId),
  }));
}

const ASSESSMENTS: Question<StoredAssessment> = {
  text: `
select a.course_id as "courseId", a.due_on as "dueOn", a.basis, a.snoozed_until_on as "snoozedUntilOn",
  a.last_contact_outcome as "lastContactOutcome"
from course c join course_assessment a on a.course_id = c.id where c.patient_id = any($1::uuid[])`,
};

/** What courses are assessed from besides their history. */
export const ASSESSED_BESIDE = {
  authorizations: AUTHORIZATIONS,
  overrides: OVERRIDES,
  payers: PAYER_NAMES,
  flags: LATEST_FLAGS,
  assessments: ASSESSMENTS,
};

/** What courses are assessed from, to be read with something else. */
export const ASSESSED_FROM = { ...ASSESSED_BESIDE, courses: STORED_COURSES };

const readAll = together(ASSESSED_FROM);

export function assessedValues(patientIds: readonly string[]) {
  const of = [patientIds];
  return { courses: of, authorizations: of, overrides: of, payers: [], flags: of, assessments: of };
}

/** `ofPatient` are all of the patient's courses. */
function assess(
  course: CourseFacts,
  ofPatient: readonly CourseFacts[],
  cover: CoverFacts,
  clinic: Clinic,
): Pick<AssessedCourse, 'row' | 'flag'> {
  const { today, courseRules, crossCourseMinimum: acrossCourses } = clinic;
  const crossCourse = acrossCourses
    ? crossCourseMinimum(coursesBeside(course, ofPatient), courseRules)
    : undefined;
  const history = { ...course.history, crossCourse };
  const { forecast, effectWindow, trend, flag } = assessCourse(history, today, courseRules);
  const { lastCall, attempts, snoozedUntilOn, refusedOn } = arranged(course, forecast?.anchorOn, clinic);
  const last = course.sessions.at(-1);
  const row: AssessedCourse['row'] = {
    courseId: course.courseId,
    patientId: course.patientId,
    indication: course.indication,
    side: course.side,
    listed: course.endedOn === null && course.deceasedOn === null,
    injectorId: last?.injectorId ?? null,
    anchorOn: forecast?.anchorOn ?? null,
    earliestOn: forecast?.earliestOn ?? null,
    dueOn: forecast?.dueOn ?? null,
    lastOnTimeOn: forecast?.lastOnTimeOn ?? null,
    overdueFrom: forecast?.overdueFrom ?? null,
    bookOn: forecast?.bookOn ?? null,
    basis: forecast?.basis ?? null,
    reasons: [...(forecast?.reasons ?? [])],
    holdUntilOn: course.holds.at(-1)?.untilOn ?? null,
    snoozedUntilOn,
    refusedOn,
    attempts,
    lastContactAt: lastCall && lastCall.at,
    lastContactOutcome: lastCall?.outcome ?? null,
    cover: coverOfNext(
      {
        dueOn: forecast?.dueOn ?? null,
        lastOn: last?.performedOn ?? null,
        plannedDose: plannedDose(course.plannedProduct, last),
      },
      course,
      cover,
    ),
    trend,
    effectWindow,
    rulesVersion: versionWith(RULES_VERSION, courseRules.learned?.noise),
  };
  return { row, flag };
}

/** What was said and arranged about the coming session. */
function arranged(
  { contacts, snoozes, sessions }: CourseFacts,
  anchorOn: PlainDate | undefined,
  { zone }: Clinic,
): Arrangements {
  const last = sessions.findLast(({ performedOn }) => performedOn === anchorOn);
  const whenever = <T extends { at: string; recordedAt: string }>(arrangement: T) => ({
    ...arrangement,
    at: new Date(arrangement.at),
    on: dayIn(zone, new Date(arrangement.at)),
    recordedAt: new Date(arrangement.recordedAt),
  });
  return arrangementsOf(
    contacts.map(whenever),
    snoozes.map(whenever),
    last && { on: last.performedOn, recordedAt: new Date(last.recordedAt) },
  );
}

function coursesBeside(course: CourseFacts, ofPatient: readonly CourseFacts[]): CourseBeside[] {
  return ofPatient
    .filter(({ courseId }) => courseId !== course.courseId)
    .map(({ indication, birthDate, sessions }) => ({ indication, birthDate, lastSession: sessions.at(-1) }));
}

/** Writes the rows that are not what they were, and says how many. */
async function save(tx: EntityManager, assessed: readonly AssessedCourse[]): Promise<number> {
  const { columns } = tx.connection.getMetadata(CourseAssessmentRow);
  const derived = columns.filter(({ propertyName }) => propertyName !== 'assessedAt');
  const rows = assessed.map(({ row }) =>
    Object.fromEntries(derived.map((column) => [column.databaseName, column.getEntityValue(row)])),
  );
  const statement = upsert(derived.map(({ databaseName }) => databaseName));
  const [{ changed }] = await tx.query<[{ changed: number }]>(statement, [JSON.stringify(rows)]);
  await syncFlags(tx, assessed);
  return changed;
}

function upsert(columns: readonly string[]): string {
  const list = (of: string): string => columns.map((name) => `${of}.${name}`).join(', ');
  return `
with made as (select * from jsonb_populate_recordset(null::course_assessment, $1::jsonb)),
changed as (
  insert into course_assessment as stored (${columns.join(', ')}, assessed_at)
  select ${list('made')}, changed_at() from made
  on conflict (course_id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')},
    assessed_at = excluded.assessed_at
  where (${list('stored')}) is distinct from (${list('excluded')})
  returning 1)
select count(*)::int as changed from changed`;
}
