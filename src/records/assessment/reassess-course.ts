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
import type { AssessedCourse, StoredAssessment } from './course-assessment.entity';
import type { CourseChange } from './course-change';
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
import { save, saveAssessed, toSave, type ToSave } from './save-assessed';

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
  return saveAssessed(tx, await assessPatients(tx, [patientId], clinic));
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

/** Assesses patients, a batch at a time, in the order of the batches. */
export type Assessing = (batches: readonly (readonly string[])[]) => AsyncIterable<ToSave>;

/**
 * Makes every derived row again, and says what changed by it. All patients are locked before the clinic is read.
 *
 * @param assessing by what they are assessed; here, in the transaction, unless something else is given
 * @throws the reason of `waiting` once it is aborted; the caller's transaction undoes what was made.
 */
export async function reassessAll(
  tx: EntityManager,
  clinic: Clinic,
  meanwhile: Meanwhile = {},
  assessing: Assessing = assessingHere(tx, clinic),
): Promise<Reassessed> {
  const ids = (await tx.query<{ id: string }[]>('select id from patient order by id')).map((row) => row.id);
  return reassess(tx, ids, meanwhile, assessing);
}

/** The same of some patients, each of them locked. */
export function reassessPatients(
  tx: EntityManager,
  ids: readonly string[],
  clinic: Clinic,
): Promise<Reassessed> {
  return reassess(tx, ids, {}, assessingHere(tx, clinic));
}

async function reassess(
  tx: EntityManager,
  ids: readonly string[],
  { waiting, told }: Meanwhile,
  assessing: Assessing,
): Promise<Reassessed> {
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  );
  const done = { courses: 0, changed: 0, changes: [] as CourseChange[] };
  let patients = 0;
  for await (const made of assessing(batches)) {
    done.changes.push(...made.changes);
    done.changed += await save(tx, made);
    done.courses += made.courses;
    patients = Math.min(patients + BATCH, ids.length);
    told?.(patients, ids.length);
    waiting?.throwIfAborted();
  }
  return done;
}

/** While some are assessed here, the database reads the next: each has a processor of its own. */
function assessingHere(tx: EntityManager, clinic: Clinic): Assessing {
  const readBatch = (batch: readonly string[]) => readAll(tx, assessedValues(batch));
  return async function* here(batches) {
    let found = await readBatch(batches[0] ?? []);
    for (const [at, batch] of batches.entries()) {
      const known = found;
      const [next, assessed] = await Promise.all([
        readBatch(batches[at + 1] ?? []),
        // The question leaves for the database before this thread is busy.
        setImmediate().then(() => assessAll(batch, known, clinic)),
      ]);
      found = next;
      yield toSave(tx, assessed);
    }
  };
}

/** Reads what the courses of some patients are assessed from, and assesses them. */
export async function assessPatients(
  db: EntityManager,
  patientIds: readonly string[],
  clinic: Clinic,
): Promise<AssessedCourse[]> {
  return assessAll(patientIds, await readAll(db, assessedValues(patientIds)), clinic);
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
