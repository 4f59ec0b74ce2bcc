import type { EntityManager } from 'typeorm';
import { SETTINGS_STORED, type ClinicNow, type Clinic } from '../../../platform/clinic';
import { togetherOf, type AnswersTo, type Question } from '../../../platform/database/read-together';
import { Problem } from '../../../platform/http/problem';
import { ASSESSED_BESIDE, assessedValues } from '../../assessment/reassess-course';
import type { Course } from '../../courses/course.entity';
import { BOOKED } from '../../scheduling/scheduling.query';
import type { Injector } from './could-inject';
import { CONTEXT, contextValues, type JudgedCourse } from './session-context.query';

/** What a new session is judged by and written with, besides its patient. */
export interface KnownForSession {
  readonly clinic: Clinic;
  readonly course: JudgedCourse & Pick<Course, 'patientId'>;
  /** The user who is named to have injected. */
  readonly injector: (Injector & { readonly id: string }) | undefined;
  readonly context: AnswersTo<typeof CONTEXT>;
  /** What the patient's courses are assessed from, besides their history. */
  readonly beside: AnswersTo<typeof ASSESSED_BESIDE>;
  /** Whether any appointment of the course waits for its patient. */
  readonly isBooked: boolean;
  /** When it will have been recorded: the start of the transaction. */
  readonly recordedAt: Date;
}

/**
 * Reads in one look what was written before the patient was locked: a statement that waited for the lock would see less. Its
 * patient is found by the course, so it can be sent behind the lock without waiting for what that answers.
 */
export async function readForSession(
  tx: EntityManager,
  of: { readonly courseId: string; readonly injectorId: string },
  clinicNow: ClinicNow,
): Promise<KnownForSession> {
  const found = await read(tx, [of.courseId, of.injectorId]);
  if (!found) throw new Problem('not-found', 'No such course.');
  const { course, injector, settings, booked, start } = found;
  const user = injector[0];
  return {
    clinic: await clinicNow.readUnlessKept(tx, settings[0]!.stored),
    course: course[0]!,
    injector: user && { ...user, disabledAt: user.disabledAt === null ? null : new Date(user.disabledAt) },
    context: found,
    beside: found,
    isBooked: booked.length > 0,
    recordedAt: new Date(start[0]!.at),
  };
}

const COURSE: Question<JudgedCourse & Pick<Course, 'patientId'>> = {
  text: `
select id, patient_id as "patientId", indication, side, etiology, planned_product as "plannedProduct", diagnosis_code as "diagnosisCode",
  min_interval as "minInterval", started_on as "startedOn", ended_on as "endedOn"
from course where id = $1`,
};

const INJECTOR: Question<
  Pick<Injector, 'role'> & { readonly id: string; readonly disabledAt: string | null }
> = {
  text: 'select id, role, disabled_at as "disabledAt" from app_user where id = $1',
};

const SETTINGS: Question<{ readonly stored: string }> = {
  text: `select ${SETTINGS_STORED} as stored from clinic_setting setting`,
};

const START: Question<{ readonly at: string }> = { text: 'select now() as at' };

const GIVEN = 'select id as course_id, patient_id, $2::uuid as injector_id from course where id = $1';

const { courses: _courses, ...BESIDE_OF } = assessedValues(['patient_id']);

const read = togetherOf(
  GIVEN,
  {
    ...CONTEXT,
    ...ASSESSED_BESIDE,
    course: COURSE,
    injector: INJECTOR,
    settings: SETTINGS,
    booked: BOOKED,
    start: START,
  },
  {
    ...contextValues('patient_id', 'course_id'),
    ...BESIDE_OF,
    course: ['course_id'],
    injector: ['injector_id'],
    settings: [],
    booked: ['course_id'],
    start: [],
  },
);
